package io.github.homelab4j.cicd;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of GitLab Runner's chart. */
record GitLabRunnerValues(
    String gitlabUrl,
    int replicas,
    int concurrent,
    Rbac rbac,
    ServiceAccount serviceAccount,
    Metrics metrics,
    PodSecurityContext podSecurityContext,
    Compute resources,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    Runners runners) {
  static GitLabRunnerValues of(
      String account, GitLabRunnerProps props, Map<String, String> pods, Runners runners) {
    return new GitLabRunnerValues(
        props.gitlab().http(),
        props.replicas(),
        props.concurrent(),
        new Rbac(true, rules()),
        new ServiceAccount(true, account),
        new Metrics(props.metrics(), Enabled.when(props.metrics())),
        new PodSecurityContext(100, 65_533, new SeccompProfile("RuntimeDefault")),
        Compute.of(Quantity.millis(50), Quantity.mi(64), Quantity.mi(256)),
        Placement.spread(pods),
        runners);
  }

  // What the executor needs for a job, and no more: upstream's list without the features that are
  // off.
  private static List<Rule> rules() {
    return List.of(
        new Rule(List.of("events"), List.of("list", "watch")),
        new Rule(List.of("pods"), List.of("create", "delete", "get", "list", "watch")),
        new Rule(List.of("pods/attach", "pods/exec"), List.of("create", "delete", "get", "patch")),
        new Rule(List.of("pods/log"), List.of("get", "list")),
        new Rule(List.of("secrets"), List.of("create", "delete", "get", "update")),
        new Rule(List.of("serviceaccounts"), List.of("get")),
        new Rule(List.of("services"), List.of("create", "get")));
  }

  record Rbac(boolean create, List<Rule> rules) {}

  record Rule(List<String> resources, List<String> verbs) {}

  record ServiceAccount(boolean create, String name) {}

  record Metrics(boolean enabled, Enabled podMonitor) {}

  record PodSecurityContext(int runAsUser, int fsGroup, SeccompProfile seccompProfile) {}

  record SeccompProfile(String type) {}

  record Runners(SecretRef secret, String config, Optional<Cache> cache) {
    static Runners of(SecretRef token, String toml, Optional<SecretRef> cache) {
      return new Runners(token, toml, cache.map(Cache::new));
    }
  }

  record Cache(SecretRef secretName) {}
}

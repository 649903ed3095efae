package io.github.homelab4j.cicd;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * GitLab Runner: runs the jobs of GitLab's pipelines as pods of its own namespace.
 *
 * <p>Jobs are other people's programs: they run as any user that their image names, so the
 * namespace allows the level {@code baseline}, or {@code privileged} with Docker-in-Docker. The
 * runner may do there what it needs for jobs, and nothing anywhere else.
 */
@ComponentInfo(
    name = "gitlab-runner",
    domain = Domain.CICD,
    upstream = "https://docs.gitlab.com/runner/install/kubernetes/",
    namespace = "gitlab-runner",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "monitoring.coreos.com",
    timeout = "10m")
public final class GitLabRunner extends HelmComponent {
  private final GitLabRunnerProps props;

  /** Stores its settings. */
  public GitLabRunner(Construct scope, String id, GitLabRunnerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public PodSecurity podSecurity() {
    return props.dockerInDocker() ? PodSecurity.PRIVILEGED : PodSecurity.BASELINE;
  }

  @Override
  public List<String> notes() {
    var notes = new ArrayList<String>();
    notes.add(
        "When GitLab runs, create a runner there (Admin, CI/CD, Runners) and keep its token as %s; until then this component is not ready."
            .formatted(props.token().describe()));
    if (props.dockerInDocker()) {
      notes.add(
          "Whoever may push a pipeline can take over a node, because the Docker daemon beside each job is privileged.");
    }
    return notes;
  }

  @Override
  protected Values values() {
    var token =
        // The chart mounts both keys; the first is for a way of registration that GitLab has given
        // up.
        SecretTemplate.named(id() + "-token")
            .entry("runner-registration-token", "")
            .key("runner-token", props.token());
    return new Values(
        props.gitlab().http(),
        props.replicas(),
        props.concurrent(),
        new Rbac(true, rules()),
        new ServiceAccount(true, name()),
        new Metrics(props.metrics(), new Enabled(props.metrics())),
        new PodSecurityContext(100, 65533, new SeccompProfile("RuntimeDefault")),
        Compute.of(Quantity.millis(50), Quantity.mi(64), Quantity.mi(256)),
        Placement.spread(pods()),
        new Runners(
            secret(token),
            RunnerConfig.toml(
                props, targetNamespace(), image("gitlab-runner-job"), image("docker-dind")),
            props.cache().map(store -> new Cache(secret(cache(store))))));
  }

  @Override
  protected void define(Resources out) {
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
  }

  private String image(String key) {
    return versions().image(key).text();
  }

  private Map<String, String> pods() {
    return Map.of("app", name());
  }

  // The chart puts its own name after a release's that does not begin with it.
  private String name() {
    return id().startsWith("gitlab-runner") ? id() : id() + "-gitlab-runner";
  }

  private SecretTemplate cache(ObjectStoreRef store) {
    return SecretTemplate.named(id() + "-cache")
        .key("accesskey", store.accessKeyId())
        .key("secretkey", store.secretAccessKey());
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

  record Values(
      String gitlabUrl,
      int replicas,
      int concurrent,
      Rbac rbac,
      ServiceAccount serviceAccount,
      Metrics metrics,
      PodSecurityContext podSecurityContext,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints,
      Runners runners) {}

  record Rbac(boolean create, List<Rule> rules) {}

  record Rule(List<String> resources, List<String> verbs) {}

  record ServiceAccount(boolean create, String name) {}

  record Metrics(boolean enabled, Enabled podMonitor) {}

  record Enabled(boolean enabled) {}

  record PodSecurityContext(int runAsUser, int fsGroup, SeccompProfile seccompProfile) {}

  record SeccompProfile(String type) {}

  record Runners(SecretRef secret, String config, Optional<Cache> cache) {}

  record Cache(SecretRef secretName) {}
}

package io.github.homelab4j.apps;

import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Metrics;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of Rails behind its proxy, {@code gitlab.webservice}. */
record GitLabWebservice(
    GitLabValues.Section gatewayRoute,
    Map<String, Deployment> deployments,
    int minReplicas,
    int maxReplicas,
    Startable deployment,
    Enabled helmTests,
    GitLabValues.Monitored metrics,
    Workhorse workhorse,
    Compute resources,
    List<TopologySpreadConstraint> topologySpreadConstraints) {
  static GitLabWebservice of(String release, GitLabProps props) {
    // The chart's own rule ends every request after 15 seconds, clones and pushes included.
    var rule =
        new Rule(
            "root",
            List.of(new Match(new Path("PathPrefix", "/"))),
            new Timeouts(Duration.ZERO, Duration.ZERO));
    var monitor = Enabled.when(props.metrics());
    return new GitLabWebservice(
        new GitLabValues.Section(Optional.empty(), props.listener().section()),
        Map.of("default", new Deployment(new IngressPath("/"), new Rules(List.of(rule)))),
        props.replicas(),
        props.replicas(),
        new Startable(starting()),
        Enabled.OFF,
        new GitLabValues.Monitored(monitor),
        new Workhorse(
            Metrics.when(props.metrics()),
            Compute.of(Quantity.millis(100), Quantity.mi(128), Quantity.gi(1))),
        Compute.of(Quantity.millis(300), Quantity.mi(2560), Quantity.gi(4)),
        Placement.spread(GitLabValues.labels("webservice", release)));
  }

  // Ten minutes: Rails loads slowly on small machines, and the liveness probe would end it before
  // it answers.
  private static Probe starting() {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath("/-/liveness")
        .withNewPort(8080)
        .endHttpGet()
        .withPeriodSeconds(10)
        .withTimeoutSeconds(5)
        .withFailureThreshold(60)
        .build();
  }

  record Deployment(IngressPath ingress, Rules gatewayRoute) {}

  record IngressPath(String path) {}

  record Rules(List<Rule> rules) {}

  record Rule(String name, List<Match> matches, Timeouts timeouts) {}

  record Match(Path path) {}

  record Path(String type, String value) {}

  record Timeouts(Duration request, Duration backendRequest) {}

  record Startable(Probe startupProbe) {}

  record Workhorse(Metrics metrics, Compute resources) {}
}

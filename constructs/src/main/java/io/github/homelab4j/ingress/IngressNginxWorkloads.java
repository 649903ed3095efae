package io.github.homelab4j.ingress;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;

/** What the chart of {@link IngressNginx} runs. */
final class IngressNginxWorkloads {
  // What the template puts together of the values of the image; a value may replace all of it.
  private static final String CONTEXT =
      "{runAsNonRoot: true, runAsUser: 101, runAsGroup: 82, allowPrivilegeEscalation: false,"
          + " seccompProfile: {type: RuntimeDefault},"
          + " capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}, readOnlyRootFilesystem: false}";

  private IngressNginxWorkloads() {}

  static ChartWorkload of(IngressNginx nginx, IngressNginxProps props) {
    var container =
        ChartContainer.of("controller")
            .resources("controller.resources", "{requests: {cpu: 100m, memory: 90Mi}}")
            .security(CONTEXT)
            .port("http", 80)
            .port("https", 443);
    if (props.metrics()) {
      container = container.port("metrics", 10254);
    }
    return ChartWorkload.of(
            "Deployment",
            nginx.id() + "-controller",
            nginx.targetNamespace(),
            IngressNginxFacts.TEMPLATES + "controller-deployment.yaml")
        .labelled(IngressNginxFacts.pods(nginx.id()))
        .replicas("controller.replicaCount", 1)
        .security("controller.podSecurityContext", "{}")
        .hostNetwork("controller.hostNetwork", false)
        .spread("controller.topologySpreadConstraints")
        .affinity("controller.affinity")
        .priority("controller.priorityClassName", "\"\"")
        .with(container.port("webhook", 8443).alive().ready());
  }
}

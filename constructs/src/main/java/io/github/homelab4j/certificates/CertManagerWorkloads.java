package io.github.homelab4j.certificates;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartWorkload;
import java.util.List;

/** What the chart of {@link CertManager} runs. */
final class CertManagerWorkloads {
  private CertManagerWorkloads() {}

  static List<ChartWorkload> of(CertManager manager) {
    var id = manager.id();
    var controller =
        ChartContainer.of("cert-manager-controller")
            .resources("resources")
            .security("containerSecurityContext", ChartContext.CONFINED)
            .port("http-metrics", 9402)
            .alive();
    return List.of(
        deployment(manager, id, "deployment.yaml")
            .labelled(CertManagerFacts.pods(id, "cert-manager", "controller"))
            .replicas("replicaCount", 1)
            .security("securityContext", ChartContext.NOT_ROOT)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .with(controller),
        part(manager, "webhook", container("webhook").port("https", 10250).alive().ready())
            .hostNetwork("webhook.hostNetwork", false),
        part(manager, "cainjector", container("cainjector")));
  }

  private static ChartWorkload part(CertManager manager, String part, ChartContainer container) {
    return deployment(manager, manager.id() + "-" + part, part + "-deployment.yaml")
        .labelled(CertManagerFacts.pods(manager.id(), part, part))
        .replicas(part + ".replicaCount", 1)
        .security(part + ".securityContext", ChartContext.NOT_ROOT)
        .spread(part + ".topologySpreadConstraints")
        .affinity(part + ".affinity")
        .with(container);
  }

  private static ChartContainer container(String part) {
    return ChartContainer.of("cert-manager-" + part)
        .resources(part + ".resources")
        .security(part + ".containerSecurityContext", ChartContext.CONFINED)
        .port("http-metrics", 9402);
  }

  private static ChartWorkload deployment(CertManager manager, String name, String file) {
    return ChartWorkload.of(
            "Deployment", name, manager.targetNamespace(), CertManagerFacts.TEMPLATES + file)
        .priority("global.priorityClassName", "null");
  }
}

package io.github.homelab4j.gitops;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartWorkload;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the operator runs for {@link Flux}: its controllers, one of each. */
final class FluxWorkloads {
  private static final String OPERATOR = "controlplaneio-fluxcd/flux-operator@v0.58.1:";
  private static final Set<String> FIRST =
      Set.of("source-controller", "kustomize-controller", "helm-controller");

  private FluxWorkloads() {}

  static List<ChartWorkload> of(String namespace, List<String> controllers, FluxProps.Size size) {
    return controllers.stream().map(name -> controller(namespace, name, size)).toList();
  }

  private static ChartWorkload controller(String namespace, String name, FluxProps.Size size) {
    var source = OPERATOR + "config/data/flux/v2.9.4/" + name + ".yaml";
    return ChartWorkload.of("Deployment", name, namespace, source)
        .labelled(Map.of("app", name, "app.kubernetes.io/part-of", "flux"))
        .replicas(1)
        .security("{fsGroup: 1337}")
        .fixed("/priorityClassName", FIRST.contains(name) ? "system-cluster-critical" : "null")
        .with(
            ChartContainer.of("manager")
                .fixed("/resources", resources(name, size))
                .security(ChartContext.RESTRICTED)
                .port("http-prom", 8080)
                .alive()
                .ready());
  }

  // The operator's profiles, internal/builder/profiles.go.
  private static String resources(String name, FluxProps.Size size) {
    var first = FIRST.contains(name);
    return switch (size) {
      case SMALL -> resources("64Mi", "1000m", "512Mi");
      case MEDIUM -> first ? resources("128Mi", "2000m", "1Gi") : other();
      case LARGE ->
          name.equals("source-controller")
              ? resources("256Mi", "2000m", "2Gi")
              : first ? resources("256Mi", "3000m", "3Gi") : other();
    };
  }

  private static String other() {
    return resources("64Mi", "1000m", "1Gi");
  }

  private static String resources(String memory, String cpuLimit, String memoryLimit) {
    return "{requests: {cpu: 100m, memory: %s}, limits: {cpu: %s, memory: %s}}"
        .formatted(memory, cpuLimit, memoryLimit);
  }
}

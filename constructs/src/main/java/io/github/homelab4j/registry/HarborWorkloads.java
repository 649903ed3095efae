package io.github.homelab4j.registry;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartWorkload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the chart of {@link Harbor} runs. */
final class HarborWorkloads {
  private static final String CONTEXT =
      "{privileged: false, allowPrivilegeEscalation: false, runAsNonRoot: true,"
          + " capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}";
  private static final String POD = "{runAsUser: 10000, fsGroup: 10000}";
  private static final String REGISTRY_POD =
      "{runAsUser: 10000, fsGroup: 10000, fsGroupChangePolicy: OnRootMismatch}";
  private static final String SCANNER_RESOURCES =
      "{requests: {cpu: 200m, memory: 512Mi}, limits: {cpu: 1, memory: 1Gi}}";

  private final Harbor harbor;
  private final String release;
  private final UnaryOperator<String> name;

  private HarborWorkloads(Harbor harbor, String release, UnaryOperator<String> name) {
    this.harbor = harbor;
    this.release = release;
    this.name = name;
  }

  static List<ChartWorkload> of(
      Harbor harbor, String release, UnaryOperator<String> name, HarborProps props) {
    return new HarborWorkloads(harbor, release, name).all(props);
  }

  private List<ChartWorkload> all(HarborProps props) {
    var all = new ArrayList<ChartWorkload>();
    all.add(part("core", "core/core-dpl.yaml").security(POD).with(container("core", 8080)));
    all.add(part("portal", "portal/deployment.yaml").security(POD).with(container("portal", 8080)));
    all.add(
        part("jobservice", "jobservice/jobservice-dpl.yaml")
            .security(POD)
            .with(container("jobservice", 8080)));
    all.add(
        part("registry", "registry/registry-dpl.yaml")
            .security(REGISTRY_POD)
            .with(
                container("registry", "registry.registry.resources", "{}").port("null", 5000),
                container("registryctl", "registry.controller.resources", "{}")
                    .port("null", 8080)));
    if (props.scanner()) {
      all.add(
          part("StatefulSet", "trivy", "trivy/trivy-sts.yaml")
              .security(POD)
              .with(
                  container("trivy", "trivy.resources", SCANNER_RESOURCES)
                      .port("api-server", 8080)));
    }
    if (props.metrics()) {
      all.add(
          part("exporter", "exporter/exporter-dpl.yaml")
              .security(POD)
              .with(container("exporter", 8001)));
    }
    return all;
  }

  private ChartWorkload part(String part, String file) {
    return part("Deployment", part, file);
  }

  private ChartWorkload part(String kind, String part, String file) {
    return ChartWorkload.of(
            kind, name.apply(part), harbor.targetNamespace(), HarborFacts.TEMPLATES + file)
        .labelled(HarborFacts.pods(release, part))
        .replicas(part + ".replicas", 1)
        .spread(part + ".topologySpreadConstraints")
        .affinity(part + ".affinity")
        .priority(part + ".priorityClassName", "null")
        .told("/automountServiceAccountToken", part + ".automountServiceAccountToken", "false");
  }

  private static ChartContainer container(String part, int port) {
    return container(part, part + ".resources", "{}").port("null", port);
  }

  private static ChartContainer container(String name, String resources, String otherwise) {
    return ChartContainer.of(name)
        .resources(resources, otherwise)
        .security("containerSecurityContext", CONTEXT)
        .alive()
        .ready();
  }
}

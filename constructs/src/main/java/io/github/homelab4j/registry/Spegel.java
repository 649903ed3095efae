package io.github.homelab4j.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.rule.PodRule;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Spegel: nodes get container images from each other before they ask a registry. It keeps nothing
 * of its own; what one node has pulled, the others find there.
 *
 * <p>Writes containerd's registry configuration on each node, and listens on a port of the node.
 */
@ComponentInfo(
    name = "spegel",
    domain = Domain.REGISTRY,
    upstream = "https://spegel.dev/",
    namespace = "spegel",
    podSecurity = PodSecurity.PRIVILEGED,
    uses = "monitoring.coreos.com")
public final class Spegel extends HelmComponent {
  private static final String TEMPLATES = "spegel-org/spegel@v0.7.4:charts/spegel/templates/";
  private static final String COMPONENT = "app.kubernetes.io/component";
  private static final String RESOURCES = "{requests: {memory: 128Mi}, limits: {memory: 128Mi}}";

  private final SpegelProps props;

  /** Stores its settings. */
  public Spegel(Construct scope, String id, SpegelProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    var pods = AppLabels.of("spegel", releaseName());
    return List.of(
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("metrics", 9090)
            .labelledAsPods(pods)
            .labelled(Map.of(COMPONENT, "metrics"))
            .selects(Map.of(COMPONENT, "spegel")),
        creates("Service", id() + "-registry", TEMPLATES + "service.yaml")
            .port("registry", 5000)
            .labelledAsPods(pods)
            .selects(Map.of(COMPONENT, "spegel"))
            .detail("node port 30021, for the node's containerd"));
  }

  @Override
  protected List<Exemption> inherentExemptions() {
    return List.of(
        Exemption.of(
            PodRule.SEC_005,
            "it reads images where containerd keeps them, and tells it in its own folder where to look"),
        Exemption.of(PodRule.SEC_007, "containerd tells what images there are"),
        Exemption.of(
            PodRule.SEC_008,
            "containerd of each machine asks it before there are names of Services"),
        Exemption.of(PodRule.SEC_012, "what it reads and writes on the machine belongs to root"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("DaemonSet", id(), TEMPLATES + "daemonset.yaml")
            .labelled(AppLabels.of("spegel", releaseName()))
            .labelled(Map.of(COMPONENT, "spegel"))
            .security("podSecurityContext", "{}")
            .priority("priorityClassName", "system-node-critical")
            .hostPath("spegel-data", "/var/lib/spegel")
            .hostPath("containerd-sock", "/run/containerd/containerd.sock")
            .hostPath("containerd-content", "/var/lib/containerd/io.containerd.content.v1.content")
            .hostPath(
                "containerd-config",
                "spegel.containerdRegistryConfigPath",
                "/etc/containerd/certs.d")
            .with(
                ChartContainer.first("configuration")
                    .resources("resources", RESOURCES)
                    .security("securityContext", "{readOnlyRootFilesystem: true}"),
                ChartContainer.of("registry")
                    .resources("resources", RESOURCES)
                    .security("securityContext", "{readOnlyRootFilesystem: true}")
                    .port("registry", 5000)
                    .told("/ports/0/hostPort", "service.registry.hostPort", "30020")
                    .port("metrics", 9090)
                    .ready()));
  }

  @Override
  protected Values values() {
    var dashboard =
        new Dashboard(
            props.metrics(),
            props.metrics() ? Optional.of(new DashboardLabels("1")) : Optional.empty());
    return new Values(
        new Settings(props.registryConfigPath(), props.registries()),
        Enabled.when(props.metrics()),
        dashboard,
        Confinement.anyUser(),
        Confinement.container(),
        Compute.of(Quantity.millis(20), Quantity.mi(128)));
  }

  record Values(
      Settings spegel,
      Enabled serviceMonitor,
      Dashboard grafanaDashboard,
      PodSecurityContext podSecurityContext,
      SecurityContext securityContext,
      Compute resources) {}

  record Settings(String containerdRegistryConfigPath, List<String> mirroredRegistries) {}

  record Dashboard(boolean enabled, Optional<DashboardLabels> labels) {}

  /** The label by which Grafana's sidecar finds dashboards. */
  record DashboardLabels(@JsonProperty("grafana_dashboard") String grafanaDashboard) {}
}

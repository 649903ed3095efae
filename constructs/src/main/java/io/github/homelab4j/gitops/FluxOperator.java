package io.github.homelab4j.gitops;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Durations;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import software.constructs.Construct;

/**
 * Flux Operator: installs and upgrades the controllers of Flux, which a {@link Flux} describes.
 *
 * <p>Provides {@link #operator()}. Bootstrap installs it first; the controllers that it then brings
 * adopt its release.
 */
@ComponentInfo(
    name = "flux-operator",
    domain = Domain.GITOPS,
    upstream = "https://fluxcd.control-plane.io/operator/",
    namespace = "flux-system",
    installs = "fluxcd.controlplane.io",
    uses = "monitoring.coreos.com")
public final class FluxOperator extends HelmComponent {
  private static final String TEMPLATES =
      "controlplaneio-fluxcd/charts@fc87d3b3:charts/flux-operator/templates/";

  private final FluxOperatorProps props;

  /** Stores its settings. */
  public FluxOperator(Construct scope, String id, FluxOperatorProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The operator. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<ChartFact> facts() {
    var service =
        creates("Service", id(), TEMPLATES + "service.yaml")
            .port("http", 8080)
            .labelledAsPods(AppLabels.of("flux-operator", releaseName()));
    return List.of(props.web() ? service.port("http-web", 9080) : service);
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "deployment.yaml")
            .labelled(AppLabels.of("flux-operator", releaseName()))
            .security("podSecurityContext", "{}")
            .hostNetwork("hostNetwork", false)
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("manager")
                    .resources(
                        "resources",
                        "{limits: {cpu: 2000m, memory: 1Gi}, requests: {cpu: 100m, memory: 64Mi}}")
                    .security("securityContext", ChartContext.RESTRICTED)
                    .port("http-metrics", 8080)
                    .port("http", 8081)
                    .alive()
                    .ready()));
  }

  @Override
  protected Values values() {
    return new Values(
        new Reporting(Durations.go(props.reportingInterval())),
        Enabled.when(props.web()),
        Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.gi(1)),
        new ServiceMonitor(props.metrics()));
  }

  record Values(
      Reporting reporting, Enabled web, Compute resources, ServiceMonitor serviceMonitor) {}

  record Reporting(String interval) {}

  record ServiceMonitor(boolean create) {}
}

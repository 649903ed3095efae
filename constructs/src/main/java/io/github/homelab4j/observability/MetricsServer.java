package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Budget;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Metrics Server: CPU and memory of nodes and pods, for {@code kubectl top} and autoscalers.
 *
 * <p>Provides the API {@code metrics.k8s.io}. Reads the kubelets, whose serving certificates are
 * self-signed on most distributions.
 */
@ComponentInfo(
    name = "metrics-server",
    domain = Domain.OBSERVABILITY,
    upstream = "https://kubernetes-sigs.github.io/metrics-server/",
    namespace = "kube-system",
    uses = "monitoring.coreos.com")
public final class MetricsServer extends HelmComponent {
  private static final String TEMPLATES =
      "kubernetes-sigs/metrics-server@5ed5d3a2:charts/metrics-server/templates/";
  private static final String CONTEXT =
      "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true,"
          + " runAsUser: 1000, seccompProfile: {type: RuntimeDefault}, capabilities: {drop: [ALL]}}";

  private final MetricsServerProps props;

  /** Stores its settings. */
  public MetricsServer(Construct scope, String id, MetricsServerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    var budget =
        creates("PodDisruptionBudget", id(), TEMPLATES + "pdb.yaml")
            .maxUnavailable("1")
            .selects(pods());
    return props.replicas() > 1 ? List.of(budget) : List.of();
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "deployment.yaml")
            .labelled(pods())
            .replicas("replicas", 1)
            .security("podSecurityContext", "{}")
            .hostNetwork("hostNetwork.enabled", false)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "system-cluster-critical")
            .with(
                ChartContainer.of("metrics-server")
                    .resources("resources", "{requests: {cpu: 100m, memory: 200Mi}}")
                    .security("securityContext", CONTEXT)
                    .port("https", 10250)
                    .alive()
                    .ready()));
  }

  @Override
  protected Values values() {
    return new Values(
        props.replicas(),
        props.verifyKubelets() ? List.of() : List.of("--kubelet-insecure-tls"),
        Budget.of(props.replicas()),
        Enabled.when(props.metrics()),
        Enabled.when(props.metrics()),
        Compute.of(Quantity.millis(50), Quantity.mi(100), Quantity.mi(200)),
        Placement.spread(pods()));
  }

  private Map<String, String> pods() {
    return AppLabels.of("metrics-server", releaseName());
  }

  record Values(
      int replicas,
      List<String> args,
      Budget podDisruptionBudget,
      Enabled metrics,
      Enabled serviceMonitor,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}
}

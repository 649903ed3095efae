package io.github.homelab4j.storage;

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
import java.util.Optional;
import software.constructs.Construct;

/**
 * The controller of volume snapshots, and their kinds, which all storage drivers of a cluster
 * share.
 *
 * <p>Of the charts that bring it, this one keeps the definitions when its release is removed or
 * renamed, and with them every snapshot; the others render them as part of the release.
 */
@ComponentInfo(
    name = "snapshot-controller",
    domain = Domain.STORAGE,
    upstream = "https://github.com/kubernetes-csi/external-snapshotter",
    namespace = "kube-system",
    chart = "snapshot-controller-home-operations",
    installs = {"snapshot.storage.k8s.io", "groupsnapshot.storage.k8s.io"},
    uses = "monitoring.coreos.com")
public final class SnapshotController extends HelmComponent {
  private static final String TEMPLATES =
      "home-operations/helm-charts@091fb32:charts/snapshot-controller/templates/";
  private static final String POD_CONTEXT =
      "{runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, fsGroup: 65532,"
          + " seccompProfile: {type: RuntimeDefault}}";
  private static final String CONTEXT =
      "{allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, readOnlyRootFilesystem: true,"
          + " runAsNonRoot: true, runAsUser: 65532}";

  private final SnapshotControllerProps props;

  /** Stores its settings. */
  public SnapshotController(Construct scope, String id, SnapshotControllerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  @Override
  public List<ChartFact> facts() {
    var budget =
        creates("PodDisruptionBudget", id(), TEMPLATES + "poddisruptionbudget.tpl")
            .maxUnavailable("1")
            .selects(pods());
    return props.replicas() > 1 ? List.of(budget) : List.of();
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "deployment.tpl")
            .labelled(pods())
            .replicas("replicaCount", 1)
            .security("podSecurityContext", POD_CONTEXT)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "system-cluster-critical")
            .with(
                ChartContainer.of("snapshot-controller")
                    .resources("resources")
                    .security("securityContext", CONTEXT)
                    .port("metrics", 8080)
                    .alive()
                    .ready()));
  }

  @Override
  protected Values values() {
    return new Values(
        // The chart would add its own name to a release that is not named like it.
        id(),
        props.replicas(),
        new Controller(false),
        Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(128)),
        Placement.spread(pods()),
        Budget.limit(props.replicas()),
        new Monitoring(Enabled.when(props.metrics())));
  }

  private Map<String, String> pods() {
    return AppLabels.of("snapshot-controller", releaseName());
  }

  record Values(
      String fullnameOverride,
      int replicaCount,
      Controller controller,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints,
      Optional<Budget.Limit> podDisruptionBudget,
      Monitoring monitoring) {}

  record Controller(boolean volumeGroupSnapshots) {}

  record Monitoring(Enabled serviceMonitor) {}
}

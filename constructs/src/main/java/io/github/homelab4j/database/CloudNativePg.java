package io.github.homelab4j.database;

import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartContext;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.AppLabels;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.constructs.Construct;

/**
 * CloudNativePG: the operator of PostgreSQL servers, their failover, poolers and backups.
 *
 * <p>Provides {@link #operator()}, which a {@link PostgresCluster} takes. It acts in all
 * namespaces.
 */
@ComponentInfo(
    name = "cloudnative-pg",
    domain = Domain.DATABASE,
    upstream = "https://cloudnative-pg.io/documentation/1.30/",
    namespace = "cnpg-system",
    installs = "postgresql.cnpg.io",
    uses = {"monitoring.coreos.com", CloudNativePg.SNAPSHOTS})
public final class CloudNativePg extends HelmComponent {
  static final String SNAPSHOTS = "snapshot.storage.k8s.io";

  private static final String TEMPLATES =
      "cloudnative-pg/charts@cloudnative-pg-v0.29.0:charts/cloudnative-pg/templates/";

  private static final String CONTEXT =
      "{runAsUser: 10001, runAsGroup: 10001, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
          + " capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}";

  private final CloudNativePgProps props;

  /** Stores its settings. */
  public CloudNativePg(Construct scope, String id, CloudNativePgProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The operator of the kinds in {@code postgresql.cnpg.io}. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public Set<String> uses() {
    var groups = super.uses();
    if (!props.volumeSnapshots()) {
      groups.remove(SNAPSHOTS);
    }
    return groups;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", "cnpg-webhook-service", TEMPLATES + "service.yaml")
            .port("webhook-server", 443, 9443)
            .labelledAsPods(pods()),
        creates("Deployment", releaseName(), TEMPLATES + "deployment.yaml")
            .port("metrics", 8080)
            .port("webhook-server", 9443)
            .selects(pods()),
        creates("Secret", "cnpg-webhook-cert", TEMPLATES + "deployment.yaml")
            .detail("the operator's own certificate"));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", releaseName(), TEMPLATES + "deployment.yaml")
            .labelled(pods())
            .replicas("replicaCount", 1)
            .security("podSecurityContext", ChartContext.NOT_ROOT)
            .hostNetwork("hostNetwork", false)
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("manager")
                    .resources("resources")
                    .security("containerSecurityContext", CONTEXT)
                    .port("metrics", 8080)
                    .port("webhook-server", 9443)
                    .alive()
                    .ready()));
  }

  @Override
  protected Values values() {
    return new Values(
        props.replicas(),
        Compute.of(Quantity.millis(100), Quantity.mi(128), Quantity.mi(512)),
        Placement.spread(pods()),
        new Monitoring(props.metrics()));
  }

  // The chart has no budget of its own.
  @Override
  protected void define(Resources out) {
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
  }

  private Map<String, String> pods() {
    return AppLabels.of("cloudnative-pg", releaseName());
  }

  record Values(
      int replicaCount,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints,
      Monitoring monitoring) {}

  record Monitoring(boolean podMonitorEnabled) {}
}

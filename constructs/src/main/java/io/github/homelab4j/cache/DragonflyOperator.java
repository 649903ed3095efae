package io.github.homelab4j.cache;

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
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Dragonfly's operator: makes the pods of a {@link Dragonfly}, and another one its master when the
 * master goes.
 *
 * <p>Provides {@link #operator()}. It acts in all namespaces.
 */
@ComponentInfo(
    name = "dragonfly-operator",
    domain = Domain.CACHE,
    upstream = "https://www.dragonflydb.io/docs/managing-dragonfly/operator/installation",
    namespace = "dragonfly-operator-system",
    installs = "dragonflydb.io",
    uses = "monitoring.coreos.com")
public final class DragonflyOperator extends HelmComponent {
  private static final String TEMPLATES =
      "dragonflydb/dragonfly-operator@v1.6.1:charts/dragonfly-operator/templates/";

  private final DragonflyOperatorProps props;

  /** Stores its settings. */
  public DragonflyOperator(Construct scope, String id, DragonflyOperatorProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The operator of the kinds in {@code dragonflydb.io}. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        creates("Service", id() + "-controller-svc", TEMPLATES + "service.yaml")
            .port("https", 8443)
            .port("metrics", 8080)
            .labelledAsPods(pods())
            .selects(Map.of("control-plane", "controller-manager")),
        creates("Deployment", id(), TEMPLATES + "deployment.yaml").selects(pods()));
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "deployment.yaml")
            .labelled(pods())
            .labelled(Map.of("control-plane", "controller-manager"))
            .replicas("replicaCount", 1)
            .security("podSecurityContext", "{runAsNonRoot: true}")
            .spread("manager.topologySpreadConstraints")
            .affinity("manager.affinity")
            .priority("manager.priorityClassName", "null")
            .with(
                ChartContainer.of("manager")
                    .resources("manager.resources")
                    .security("manager.securityContext", ChartContext.WRITING)
                    .port("metrics", 8080)
                    .alive()
                    .ready()));
  }

  @Override
  protected DragonflyOperatorValues values() {
    return DragonflyOperatorValues.of(id(), props, pods());
  }

  // The chart has no budget of its own.
  @Override
  protected void define(Resources out) {
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
  }

  private Map<String, String> pods() {
    return AppLabels.of("dragonfly-operator", releaseName());
  }
}

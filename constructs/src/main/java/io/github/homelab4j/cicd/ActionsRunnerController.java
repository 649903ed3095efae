package io.github.homelab4j.cicd;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitorBuilder;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Actions Runner Controller: runners of GitHub Actions in the cluster, as many as there are jobs.
 *
 * <p>Provides {@link #operator}, which every {@link RunnerScaleSet} takes. It also runs their
 * listeners, which ask GitHub for jobs, in its own namespace.
 */
@ComponentInfo(
    name = "actions-runner-controller",
    domain = Domain.CICD,
    upstream =
        "https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners-with-actions-runner-controller",
    namespace = "arc-systems",
    chart = "gha-runner-scale-set-controller",
    installs = "actions.github.com")
public final class ActionsRunnerController extends HelmComponent {
  private static final String CHART =
      "actions/actions-runner-controller@gha-runner-scale-set-0.14.2:charts/gha-runner-scale-set-controller/";
  private static final String PORT = ":8080";

  private final ActionsRunnerControllerProps props;
  private final OperatorRef operator;

  /** Stores its settings. */
  public ActionsRunnerController(Construct scope, String id, ActionsRunnerControllerProps props) {
    super(scope, id, props);
    this.props = props;
    this.operator = OperatorRef.providedBy(this);
  }

  /** The controller; its service account has its name. */
  public OperatorRef operator() {
    return operator;
  }

  @Override
  public List<ChartFact> facts() {
    return List.of(
        new ChartFact(
            "ServiceAccount",
            id(),
            targetNamespace(),
            "acts on scale sets of all namespaces",
            CHART + "templates/serviceaccount.yaml"));
  }

  @Override
  protected Values values() {
    var metrics =
        props.metrics()
            ? Optional.of(new Metrics(PORT, PORT, "/metrics"))
            : Optional.<Metrics>empty();
    return new Values(
        id(),
        props.replicas(),
        new Flags("info"),
        metrics,
        Confined.pod(),
        Confined.container(),
        Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(256)),
        Placement.spread(pods()));
  }

  @Override
  protected void define(Resources out) {
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
    if (props.metrics()) {
      out.add(monitor());
    }
  }

  // The controller and the listeners that it makes: the chart has no monitor for either.
  private PodMonitor monitor() {
    return new PodMonitorBuilder()
        .withMetadata(Meta.of(id(), targetNamespace()))
        .withNewSpec()
        .addNewPodMetricsEndpoint()
        .withPort("metrics")
        .endPodMetricsEndpoint()
        .withNewSelector()
        .addNewMatchExpression()
        .withKey("app.kubernetes.io/component")
        .withOperator("In")
        .withValues("controller-manager", "runner-scale-set-listener")
        .endMatchExpression()
        .endSelector()
        .endSpec()
        .build();
  }

  private Map<String, String> pods() {
    return Map.of(
        "app.kubernetes.io/component", "controller-manager", "app.kubernetes.io/instance", id());
  }

  record Values(
      String fullnameOverride,
      int replicaCount,
      Flags flags,
      Optional<Metrics> metrics,
      PodSecurityContext podSecurityContext,
      SecurityContext securityContext,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record Flags(String logLevel) {}

  record Metrics(String controllerManagerAddr, String listenerAddr, String listenerEndpoint) {}
}

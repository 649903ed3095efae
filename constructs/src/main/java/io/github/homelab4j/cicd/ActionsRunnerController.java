package io.github.homelab4j.cicd;

import io.github.homelab4j.core.ChartContainer;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.kube.Budgets;
import java.util.List;
import java.util.Map;
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
  static final String COMPONENT = "app.kubernetes.io/component";
  static final String CONTROLLER = "controller-manager";

  private static final String TEMPLATES =
      "actions/actions-runner-controller@gha-runner-scale-set-0.14.2:charts/gha-runner-scale-set-controller/templates/";

  private final ActionsRunnerControllerProps props;

  /** Stores its settings. */
  public ActionsRunnerController(Construct scope, String id, ActionsRunnerControllerProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /** The controller; its service account has its name. */
  public OperatorRef operator() {
    return OperatorRef.providedBy(this);
  }

  @Override
  public List<ChartFact> facts() {
    var controller = creates("Deployment", id(), TEMPLATES + "deployment.yaml").selects(pods());
    return List.of(
        creates("ServiceAccount", id(), TEMPLATES + "serviceaccount.yaml")
            .detail("acts on scale sets of all namespaces"),
        props.metrics()
            ? controller.port("metrics", ActionsRunnerControllerValues.METRICS_PORT)
            : controller);
  }

  @Override
  public List<ChartWorkload> workloads() {
    return List.of(
        runs("Deployment", id(), TEMPLATES + "deployment.yaml")
            .labelled(pods())
            .replicas("replicaCount", 1)
            .security("podSecurityContext", "{}")
            .spread("topologySpreadConstraints")
            .affinity("affinity")
            .priority("priorityClassName", "null")
            .with(
                ChartContainer.of("manager")
                    .resources("resources")
                    .security("securityContext", "{}")));
  }

  @Override
  protected ActionsRunnerControllerValues values() {
    return ActionsRunnerControllerValues.of(id(), props, pods());
  }

  @Override
  protected void define(Resources out) {
    if (props.replicas() > 1) {
      out.add(Budgets.oneAtATime(id(), targetNamespace(), pods()));
    }
    if (props.metrics()) {
      out.add(RunnerMonitor.of(id(), targetNamespace()));
    }
  }

  private Map<String, String> pods() {
    return Map.of(COMPONENT, CONTROLLER, "app.kubernetes.io/instance", id());
  }
}

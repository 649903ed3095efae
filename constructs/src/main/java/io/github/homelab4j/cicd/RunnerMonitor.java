package io.github.homelab4j.cicd;

import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitorBuilder;
import io.github.homelab4j.kube.Meta;

/**
 * Has metrics of the controller and of the listeners that it makes read: the chart has no monitor.
 */
final class RunnerMonitor {
  private RunnerMonitor() {}

  static PodMonitor of(String name, String namespace) {
    return new PodMonitorBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .addNewPodMetricsEndpoint()
        .withPort("metrics")
        .endPodMetricsEndpoint()
        .withNewSelector()
        .addNewMatchExpression()
        .withKey(ActionsRunnerController.COMPONENT)
        .withOperator("In")
        .withValues(ActionsRunnerController.CONTROLLER, "runner-scale-set-listener")
        .endMatchExpression()
        .endSelector()
        .endSpec()
        .build();
  }
}

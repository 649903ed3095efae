package io.github.homelab4j.kube;

import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpointBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitorBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Pods that Prometheus, or what takes its place, reads metrics from: for operators that leave the
 * monitor to their user.
 */
public final class PodMonitors {
  private PodMonitors() {}

  /**
   * Pods of the monitor's own namespace by their labels, at named ports; a pod without such a port
   * is passed over.
   */
  public static PodMonitor of(
      String name, String namespace, Map<String, String> labels, String... ports) {
    return of(name, namespace, labels, Arrays.stream(ports).map(PodMonitors::port).toList());
  }

  /** The same with settings of each port. */
  public static PodMonitor of(
      String name,
      String namespace,
      Map<String, String> labels,
      List<PodMetricsEndpoint> endpoints) {
    return new PodMonitorBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .withNewSelector()
        .withMatchLabels(labels)
        .endSelector()
        .withPodMetricsEndpoints(endpoints)
        .endSpec()
        .build();
  }

  private static PodMetricsEndpoint port(String name) {
    return new PodMetricsEndpointBuilder().withPort(name).build();
  }
}

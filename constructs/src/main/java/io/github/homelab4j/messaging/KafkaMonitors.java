package io.github.homelab4j.messaging;

import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpointBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.kube.PodMonitors;
import java.util.Arrays;
import java.util.Map;

/** Metrics of Strimzi's pods, whose series carry Strimzi's labels, as its dashboards expect. */
final class KafkaMonitors {
  private KafkaMonitors() {}

  static PodMonitor of(Component component, Map<String, String> pods, String... ports) {
    var endpoints = Arrays.stream(ports).map(KafkaMonitors::endpoint).toList();
    return PodMonitors.of(component.id(), component.targetNamespace(), pods, endpoints);
  }

  private static PodMetricsEndpoint endpoint(String port) {
    return new PodMetricsEndpointBuilder()
        .withPort(port)
        .addNewRelabeling()
        .withAction("labelmap")
        .withRegex("__meta_kubernetes_pod_label_(strimzi_io_.+)")
        .endRelabeling()
        .addNewRelabeling()
        .withSourceLabels("__meta_kubernetes_pod_name")
        .withTargetLabel("kubernetes_pod_name")
        .endRelabeling()
        .build();
  }
}

package io.github.homelab4j.observability;

import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;

/** The values of kube-prometheus-stack's chart, of which only the operator and monitors are on. */
record PrometheusOperatorValues(
    String fullnameOverride,
    Enabled crds,
    Rules defaultRules,
    Enabled alertmanager,
    Enabled grafana,
    Enabled kubeStateMetrics,
    Enabled nodeExporter,
    Enabled prometheus,
    Enabled kubernetesServiceMonitors,
    Enabled kubeApiServer,
    Kubelet kubelet,
    Enabled coreDns,
    Enabled kubeControllerManager,
    Enabled kubeScheduler,
    Enabled kubeEtcd,
    Enabled kubeProxy,
    Operator prometheusOperator) {

  static PrometheusOperatorValues of(String id, PrometheusOperatorProps props) {
    return new PrometheusOperatorValues(
        id,
        Enabled.OFF,
        new Rules(false),
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        Enabled.when(props.metrics()),
        Enabled.when(props.apiServer()),
        new Kubelet(new KubeletMonitor(props.scrapeInterval())),
        // CoreDNS has a monitor of its own; the others listen on their machine alone, or are not
        // there.
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        Enabled.OFF,
        new Operator(
            id,
            Enabled.OFF,
            Enabled.OFF,
            new KubeletService(kubelet(id)),
            // Endpoints are on their way out of Kubernetes, and each write of one is warned about.
            false,
            true,
            new Monitor(props.metrics()),
            Compute.of(Quantity.millis(20), Quantity.mi(96), Quantity.mi(256)),
            new Reloader(OperatedPods.RELOADER)));
  }

  /** The Service of all kubelets, which the operator keeps. */
  static String kubelet(String id) {
    return id + "-kubelet";
  }

  record Rules(boolean create) {}

  record Kubelet(KubeletMonitor serviceMonitor) {}

  // Without it, containers are scraped every 10 s.
  record KubeletMonitor(Duration interval) {}

  record KubeletService(String name) {}

  record Monitor(boolean selfMonitor) {}

  record Reloader(Compute resources) {}

  record Operator(
      String fullnameOverride,
      Enabled tls,
      Enabled admissionWebhooks,
      KubeletService kubeletService,
      boolean kubeletEndpointsEnabled,
      boolean kubeletEndpointSliceEnabled,
      Monitor serviceMonitor,
      Compute resources,
      Reloader prometheusConfigReloader) {}
}

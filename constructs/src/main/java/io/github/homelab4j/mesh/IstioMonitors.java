package io.github.homelab4j.mesh;

import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpointBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitorBuilder;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.PodMonitors;
import java.util.List;
import java.util.Map;

/** Where Prometheus reads the mesh's metrics; Istio's charts have no monitors. */
final class IstioMonitors {
  /** The label of every pod with a proxy, put there with it. */
  static final String MESHED = "security.istio.io/tlsMode";

  private static final PodMetricsEndpoint PROXY =
      new PodMetricsEndpointBuilder()
          .withPort("http-envoy-prom")
          .withPath("/stats/prometheus")
          .build();

  private IstioMonitors() {}

  /** A gateway's proxies, by labels of their pods. */
  static PodMonitor gateway(String name, String namespace, Map<String, String> pods) {
    return PodMonitors.of(name, namespace, pods, List.of(PROXY));
  }

  /** The proxies beside all pods of these namespaces. */
  static PodMonitor sidecars(String name, String namespace, List<NamespaceRef> meshed) {
    return new PodMonitorBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .withNewNamespaceSelector()
        .withMatchNames(meshed.stream().map(NamespaceRef::name).toList())
        .endNamespaceSelector()
        .withNewSelector()
        .addNewMatchExpression()
        .withKey(MESHED)
        .withOperator("Exists")
        .endMatchExpression()
        .endSelector()
        .withPodMetricsEndpoints(PROXY)
        .endSpec()
        .build();
  }
}

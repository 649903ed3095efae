package io.github.homelab4j.networking;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import java.util.ArrayList;
import java.util.List;

/** What the chart of {@link Cilium} creates. */
final class CiliumFacts {
  private static final String TEMPLATES =
      "cilium/cilium@v1.20.0:install/kubernetes/cilium/templates/";

  private CiliumFacts() {}

  static List<ChartFact> of(String namespace, CiliumProps props) {
    var chart = new ChartFacts(namespace, TEMPLATES);
    var facts = new ArrayList<ChartFact>();
    if (props.gatewayApi()) {
      facts.add(
          chart.clusterScoped(
              "GatewayClass",
              Cilium.GATEWAY_CLASS,
              "controller io.cilium/gateway-controller",
              "cilium-gateway-api-class.yaml"));
    }
    if (props.hubbleUi()) {
      var ui = "port 80 to 8081, pods k8s-app=hubble-ui";
      facts.add(chart.of("Service", Cilium.UI, ui, "hubble-ui/service.yaml"));
      var relay = "port 80, pods k8s-app=hubble-relay";
      facts.add(chart.of("Service", "hubble-relay", relay, "hubble-relay/service.yaml"));
    }
    if (props.plan().mesh().isPresent()) {
      var mesh = "port 2379, type LoadBalancer";
      facts.add(
          chart.of("Service", "clustermesh-apiserver", mesh, "clustermesh-apiserver/service.yaml"));
    }
    return List.copyOf(facts);
  }
}

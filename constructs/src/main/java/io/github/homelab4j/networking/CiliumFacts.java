package io.github.homelab4j.networking;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the chart of {@link Cilium} creates. */
final class CiliumFacts {
  static final String TEMPLATES = "cilium/cilium@v1.20.0:install/kubernetes/cilium/templates/";
  private static final String MESH = "clustermesh-apiserver";
  private static final String BUDGET = "PodDisruptionBudget";

  private CiliumFacts() {}

  static List<ChartFact> of(String namespace, CiliumProps props) {
    var chart = new ChartFacts(namespace, TEMPLATES);
    var facts = new ArrayList<ChartFact>();
    if (props.gatewayApi()) {
      facts.add(
          chart
              .clusterScoped("GatewayClass", Cilium.GATEWAY_CLASS, "cilium-gateway-api-class.yaml")
              .detail("controller io.cilium/gateway-controller"));
    }
    if (props.hubbleUi()) {
      facts.add(
          chart
              .of("Service", Cilium.UI, "hubble-ui/service.yaml")
              .port("http", 80, 8081)
              .labelledAsPods(app(Cilium.UI)));
      facts.add(
          chart
              .of("Service", "hubble-relay", "hubble-relay/service.yaml")
              .port("", 80, 4245)
              .labelledAsPods(app("hubble-relay")));
    }
    if (props.plan().mesh().isPresent()) {
      facts.add(
          chart
              .of("Service", MESH, MESH + "/service.yaml")
              .port("", 2379)
              .labelledAsPods(app(MESH))
              .detail("type LoadBalancer"));
    }
    if (props.replicas() > 1) {
      facts.add(
          chart
              .of(BUDGET, "cilium-operator", "cilium-operator/poddisruptionbudget.yaml")
              .maxUnavailable("1")
              .selects(Map.of("io.cilium/app", "operator", "name", "cilium-operator")));
    }
    if (props.replicas() > 1 && props.plan().mesh().isPresent()) {
      facts.add(
          chart
              .of(BUDGET, MESH, MESH + "/poddisruptionbudget.yaml")
              .maxUnavailable("1")
              .selects(app(MESH)));
    }
    return List.copyOf(facts);
  }

  private static Map<String, String> app(String name) {
    return Map.of("k8s-app", name);
  }
}

package io.github.homelab4j.ingress;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.crd.cilium.CiliumLoadBalancerIPPool;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Metrics;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;

/** The values of ingress-nginx's chart. */
record IngressNginxValues(String fullnameOverride, Controller controller) {
  static IngressNginxValues of(String id, IngressNginxProps props) {
    var address =
        Map.of(CiliumLoadBalancerIPPool.ADDRESS_ANNOTATION, props.address().address().text());
    return new IngressNginxValues(
        id,
        new Controller(
            props.replicas(),
            1,
            "AlwaysAllow",
            // Controllers of one cluster are told apart by it.
            new ClassResource(props.ingressClass(), props.defaultClass(), "k8s.io/" + id),
            props.ingressClass(),
            // Cluster, not Local: any node may be asked for the address by ARP.
            new Service(address, "LoadBalancer", "Cluster", false),
            new Webhooks(Enabled.when(true)),
            Metrics.when(props.metrics()),
            // The webhook has NGINX read a whole configuration more; mostly it takes a third.
            Compute.of(Quantity.millis(50), Quantity.mi(160), Quantity.mi(512)),
            Placement.spread(IngressNginxFacts.pods(id))));
  }

  record Controller(
      int replicaCount,
      int maxUnavailable,
      String unhealthyPodEvictionPolicy,
      ClassResource ingressClassResource,
      String ingressClass,
      Service service,
      Webhooks admissionWebhooks,
      Metrics metrics,
      Compute resources,
      List<TopologySpreadConstraint> topologySpreadConstraints) {}

  record ClassResource(
      String name, @JsonProperty("default") boolean isDefault, String controllerValue) {}

  record Service(
      Map<String, String> annotations,
      String type,
      String externalTrafficPolicy,
      boolean allocateLoadBalancerNodePorts) {}

  record Webhooks(Enabled certManager) {}
}

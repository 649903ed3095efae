package io.github.homelab4j.mesh;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.crd.cilium.CiliumLoadBalancerIPPool;
import io.github.homelab4j.kube.Budget;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.plan.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of the chart of Istio's gateways. */
record IstioGatewayValues(
    int replicaCount,
    Enabled autoscaling,
    PodSecurityContext securityContext,
    SecurityContext containerSecurityContext,
    Service service,
    Compute resources,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    Optional<Budget.Limit> podDisruptionBudget) {

  static IstioGatewayValues of(IstioGatewayProps props, Map<String, String> pods) {
    return new IstioGatewayValues(
        props.replicas(),
        Enabled.OFF,
        // The chart's own parameter, which lets any user take ports 80 and 443, and the profile.
        new PodSecurityContextBuilder(Confinement.pod())
            .addNewSysctl("net.ipv4.ip_unprivileged_port_start", "0")
            .build(),
        Confinement.container(),
        new Service(
            "LoadBalancer",
            Map.of(CiliumLoadBalancerIPPool.ADDRESS_ANNOTATION, props.address().address().text()),
            // Cluster, not Local: any node may be asked for the address by ARP.
            "Cluster",
            false,
            props.senders().stream().map(Cidr::text).toList(),
            // Without the port of its health, which is no one's business outside.
            List.of(new Port("http2", 80), new Port("https", 443))),
        props.resources(),
        props.replicas() > 1 ? Placement.spread(pods) : List.of(),
        Budget.limit(props.replicas()));
  }

  record Service(
      String type,
      Map<String, String> annotations,
      String externalTrafficPolicy,
      boolean allocateLoadBalancerNodePorts,
      List<String> loadBalancerSourceRanges,
      List<Port> ports) {}

  record Port(String name, int port, String protocol, int targetPort) {
    Port(String name, int port) {
      this(name, port, "TCP", port);
    }
  }
}

package io.github.homelab4j.plan;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** A cluster's machines, ranges and addresses. */
@Value.Immutable
public interface ClusterPlan {
  /** Its name: a DNS label; its folder below {@code clusters/}. */
  String name();

  /** What it is for, in one sentence; the first line of its README. */
  String purpose();

  /**
   * The version of Kubernetes it runs, as {@code 1.35.0}: its schemas and its Pod Security rules
   * are those of this version.
   */
  Version kubernetesVersion();

  /** The operating system of its machines, where it is Talos. */
  Optional<TalosPlan> talos();

  /** The network that its nodes are in. */
  Cidr nodeNetwork();

  /** Its machines. */
  List<NodePlan> nodes();

  /** The addresses of pods. */
  Cidr pods();

  /** The addresses of Services. */
  Cidr services();

  /**
   * The address of its Kubernetes API that machines and people use, which works before anything
   * runs in the cluster.
   */
  Ip apiEndpoint();

  /** The port of its Kubernetes API; 6443 everywhere. */
  @Value.Default
  default Port apiPort() {
    return Port.of(6443);
  }

  /** The addresses of Services of type LoadBalancer. */
  LoadBalancerPool loadBalancers();

  /** Its side of BGP, when it peers with a router. */
  Optional<BgpPlan> bgp();

  /** Its membership in a ClusterMesh. */
  Optional<MeshPlan> mesh();

  /** The address of cluster DNS: the tenth of the service range, where kubelets look for it. */
  @Value.Derived
  default Ip dnsAddress() {
    return services().nth(10);
  }

  /** The line of the plan that built it. */
  @Value.Auxiliary
  @Value.Derived
  default Origin origin() {
    return Origin.here();
  }

  /** Names of its machines. */
  default List<String> nodeNames() {
    return nodes().stream().map(NodePlan::name).toList();
  }

  /** Addresses of its machines. */
  default List<Ip> nodeAddresses() {
    return nodes().stream().map(NodePlan::address).toList();
  }

  /** Each node has an address of the node network. */
  @Value.Check
  default void check() {
    var outside = nodes().stream().filter(node -> !nodeNetwork().contains(node.address())).toList();
    if (!outside.isEmpty()) {
      throw new InvalidPropsException(
          "nodes of cluster %s are outside its node network %s: %s: correct their addresses or the network"
              .formatted(
                  name(),
                  nodeNetwork(),
                  outside.stream()
                      .map(node -> node.name() + " " + node.address())
                      .collect(Collectors.joining(", "))));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusterPlan}. */
  final class Builder extends ImmutableClusterPlan.Builder {}
}

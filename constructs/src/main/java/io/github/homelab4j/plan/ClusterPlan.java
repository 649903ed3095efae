package io.github.homelab4j.plan;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  Network nodeNetwork();

  /** Its machines. */
  List<NodePlan> nodes();

  /** The addresses of pods. */
  Cidr pods();

  /** The addresses of Services. */
  Cidr services();

  /** The IPv6 addresses of pods, where they have both families. */
  Optional<Cidr> podsV6();

  /** The IPv6 addresses of Services, where they have both families. */
  Optional<Cidr> servicesV6();

  /** The prefix of the IPv4 range that each node gets for its pods; 24 by default. */
  @Value.Default
  default int nodePods() {
    return 24;
  }

  /** The prefix of the IPv6 range that each node gets for its pods; 64 by default. */
  @Value.Default
  default int nodePodsV6() {
    return 64;
  }

  /**
   * The network that pods of all clusters of the mesh lie in, when nodes of one LAN route pods'
   * packets to each other as they are, which HTTP rules across clusters need. Without it, by
   * default, packets travel in tunnels, which work over any network.
   */
  Optional<Cidr> nativeRouting();

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

  /**
   * The addresses of Services of type LoadBalancer; none by default. Services that ask for none in
   * particular get one of any pool.
   */
  List<LoadBalancerPool> pools();

  /** Its side of BGP, when it peers with a router. */
  Optional<BgpPlan> bgp();

  /**
   * How long it takes to bring everything back after the cluster was lost, in words; not said by
   * default.
   */
  Optional<String> recoveryTime();

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

  /**
   * Its first pool.
   *
   * @throws InvalidPropsException when it has none
   */
  default LoadBalancerPool loadBalancers() {
    return pools().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidPropsException(
                    "cluster %s has no addresses for load balancers: add a pool to its plan"
                        .formatted(name())));
  }

  /** Its ranges of pods, one for each family. */
  default List<Cidr> podRanges() {
    return Stream.concat(Stream.of(pods()), podsV6().stream()).toList();
  }

  /** Its ranges of Services, one for each family. */
  default List<Cidr> serviceRanges() {
    return Stream.concat(Stream.of(services()), servicesV6().stream()).toList();
  }

  /** Names of its machines. */
  default List<String> nodeNames() {
    return nodes().stream().map(NodePlan::name).toList();
  }

  /** Addresses of its machines. */
  default List<Ip> nodeAddresses() {
    return nodes().stream().map(NodePlan::address).toList();
  }

  /** Its name is a label; each node has an address of the node network; IPv6 comes second. */
  @Value.Check
  default void check() {
    if (!name().matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
      Invalid.setting(
          "'%s' is not a name for a cluster: use at most 63 lower-case letters, digits and hyphens"
              .formatted(name()));
    }
    var outside = nodes().stream().filter(node -> !nodeNetwork().contains(node.address())).toList();
    if (!outside.isEmpty()) {
      Invalid.setting(
          "nodes of cluster %s are outside its node network %s: %s: correct their addresses or the network"
              .formatted(
                  name(),
                  String.join(" and ", nodeNetwork().ranges().stream().map(Cidr::text).toList()),
                  outside.stream()
                      .map(node -> node.name() + " " + node.address())
                      .collect(Collectors.joining(", "))));
    }
    Stream.concat(podsV6().stream(), servicesV6().stream())
        .filter(range -> range.isV4() || !pods().isV4())
        .findFirst()
        .ifPresent(
            range -> {
              Invalid.setting(
                  "cluster %s has %s beside %s: the second family is IPv6, the first IPv4"
                      .formatted(name(), range, pods()));
            });
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusterPlan}. */
  final class Builder extends ImmutableClusterPlan.Builder {}
}

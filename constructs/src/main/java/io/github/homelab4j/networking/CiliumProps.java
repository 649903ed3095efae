package io.github.homelab4j.networking;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.MeshPlan;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings of {@link Cilium}. Its replicas are those of the operator and of the ClusterMesh API
 * server; the agent runs on every node.
 */
@Value.Immutable
public interface CiliumProps extends HelmProps, HasReplicas, HasMetrics {
  /** The cluster's part of the plan: load-balancer addresses, BGP, membership in a mesh. */
  ClusterPlan plan();

  /**
   * How agents find the Kubernetes API before they have programmed its Service, and what the
   * operating system lets them do.
   */
  NodeEnvironment nodes();

  /**
   * The Secret with {@code ca.crt} and {@code ca.key} that certificates of Hubble and the mesh are
   * signed with; the same in all clusters of a mesh. A cluster in no mesh may leave it out, and
   * makes one of its own.
   */
  Optional<SecretRef> certificateAuthority();

  /** The other clusters of the mesh; none by default. */
  List<MeshPlan> meshPeers();

  /**
   * Regular expressions of the interfaces on which one node at a time answers ARP for addresses of
   * Services; none by default. Hosts in the same network as the load-balancer addresses find them
   * only so.
   */
  List<String> l2Interfaces();

  /** Whether Gateways of class {@code cilium} are implemented; on by default. */
  @Value.Default
  default boolean gatewayApi() {
    return true;
  }

  /** Whether Hubble's web interface and its relay run; on by default. */
  @Value.Default
  default boolean hubbleUi() {
    return true;
  }

  /**
   * Whether traffic between nodes is encrypted with WireGuard; off by default, since the nodes of a
   * homelab share a trusted LAN.
   */
  @Value.Default
  default boolean encryption() {
    return false;
  }

  /**
   * Whether Envoy also balances Services and takes own Envoy configurations: the full service mesh.
   * Off by default.
   */
  @Value.Default
  default boolean serviceMesh() {
    return false;
  }

  /**
   * Whether Istio runs beside it; off by default. Services are then translated outside of pods
   * only, where Istio's proxies have seen them first, and Istio's network plugin is left in place
   * on the machines.
   *
   * @see <a href="https://docs.cilium.io/en/stable/network/servicemesh/istio/">Integration with
   *     Istio</a>
   */
  @Value.Default
  default boolean istio() {
    return false;
  }

  /**
   * Whether Envoy runs on each machine beside the agent; on by default where Gateways or Cilium's
   * own service mesh need it. Otherwise an agent starts one as soon as a policy names HTTP.
   */
  @Value.Default
  default boolean envoy() {
    return gatewayApi() || serviceMesh();
  }

  /** Mesh, addresses and certificates fit together. */
  @Value.Check
  default void check() {
    if (replicas() < 1) {
      Invalid.setting("replicas is %s: run at least 1 operator".formatted(replicas()));
    }
    certificateAuthority().ifPresent(this::checkAuthority);
    checkMesh();
    checkAddresses();
  }

  private void checkAuthority(SecretRef authority) {
    if (!authority.namespace().equals(own())) {
      Invalid.setting(
          "certificate authority %s is in namespace %s, but Cilium reads it in %s: put it there"
              .formatted(authority.name(), authority.namespace(), own()));
    }
    if (!authority.name().equals(Cilium.CERTIFICATE_AUTHORITY)) {
      Invalid.setting(
          "certificate authority is secret %s, but Cilium's chart reads %s: name it so"
              .formatted(authority.name(), Cilium.CERTIFICATE_AUTHORITY));
    }
  }

  private void checkMesh() {
    if (plan().mesh().isEmpty() && !meshPeers().isEmpty()) {
      Invalid.setting(
          "cluster %s has mesh peers but is in no mesh: give its plan a name and an id in the mesh"
              .formatted(plan().name()));
    }
    if (plan().mesh().isPresent() && certificateAuthority().isEmpty()) {
      Invalid.setting(
          "cluster %s is in a mesh, whose clusters trust one certificate authority, but has none: give it the Secret %s"
              .formatted(plan().name(), Cilium.CERTIFICATE_AUTHORITY));
    }
    for (var peer : meshPeers()) {
      var self = plan().mesh().orElseThrow();
      if (peer.id() == self.id() || peer.cluster().equals(self.cluster())) {
        Invalid.setting(
            "mesh peer %s has id %s, this cluster is %s with id %s: names and ids differ within a mesh"
                .formatted(peer.cluster(), peer.id(), self.cluster(), self.id()));
      }
    }
  }

  private void checkAddresses() {
    plan().pools().stream()
        .filter(pool -> pool.inside().filter(plan().nodeNetwork()::equals).isPresent())
        .filter(pool -> l2Interfaces().isEmpty())
        .findFirst()
        .ifPresent(
            pool -> {
              Invalid.setting(
                  "load-balancer addresses %s lie in the network %s of the machines, where hosts ask for them by ARP, but nobody answers: name l2Interfaces"
                      .formatted(pool.range(), plan().nodeNetwork().name()));
            });
    if (plan().nativeRouting().isPresent() && !plan().podRanges().stream().allMatch(Cidr::isV4)) {
      Invalid.setting(
          "cluster %s routes %s natively and has pods with IPv6 (%s), for which Cilium wants a network as well: leave nativeRouting out, and packets travel in tunnels"
              .formatted(plan().name(), plan().nativeRouting().orElseThrow(), plan().podRanges()));
    }
    plan().bgp().stream()
        .flatMap(bgp -> bgp.peers().stream())
        .flatMap(peer -> peer.password().stream())
        .filter(secret -> !secret.namespace().equals(own()))
        .findFirst()
        .ifPresent(
            secret -> {
              Invalid.setting(
                  "BGP password %s is in namespace %s, but Cilium reads it in %s and takes an empty one otherwise: put it there"
                      .formatted(secret.name(), secret.namespace(), own()));
            });
  }

  private String own() {
    return namespace().map(NamespaceRef::name).orElse(Cilium.NAMESPACE);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CiliumProps}. */
  final class Builder extends ImmutableCiliumProps.Builder {}
}

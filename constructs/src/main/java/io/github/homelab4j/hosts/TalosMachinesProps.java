package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.plan.TalosPlan;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link TalosMachines}. */
@Value.Immutable
public interface TalosMachinesProps extends HostProps {
  /** The cluster: its machines and their disks, its ranges, its API, its Talos. */
  ClusterPlan plan();

  /**
   * Addresses of the Kubernetes API besides the cluster's own, as of a load balancer in front of
   * it, so that its certificate is good for them; none by default.
   */
  List<Reservation> apiAddresses();

  /**
   * Whether a component brings the network and Services, as Cilium does, in place of Talos' Flannel
   * and kube-proxy; on by default.
   */
  @Value.Default
  default boolean ownNetwork() {
    return true;
  }

  /** Whether a component brings cluster DNS, in place of Talos' CoreDNS; on by default. */
  @Value.Default
  default boolean ownDns() {
    return true;
  }

  /**
   * Whether machines give images to each other, as Spegel lets them: containerd then keeps the
   * layers of what it has unpacked; off by default.
   */
  @Value.Default
  default boolean sharedImages() {
    return false;
  }

  /** Talos on its machines. */
  default TalosPlan talos() {
    return plan().talos().orElseThrow();
  }

  /** The cluster runs Talos, and it can be installed on each machine as planned. */
  @Value.Check
  default void check() {
    if (plan().talos().isEmpty()) {
      Invalid.setting(
          "cluster %s does not run Talos: set talos in its plan, or leave this component out"
              .formatted(plan().name()));
    }
    plan().nodes().forEach(TalosDisks::check);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link TalosMachinesProps}. */
  final class Builder extends ImmutableTalosMachinesProps.Builder {}
}

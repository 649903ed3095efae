package io.github.homelab4j.networking;

import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;

/** What Cilium's programs ask for; its chart has nothing. */
final class CiliumCompute {
  /** The agent, without a limit: who kills it takes the machine off the network. */
  static final Compute AGENT = unlimited(Quantity.millis(100), Quantity.mi(512));

  /** The proxy that Gateways are served by, for the same reason. */
  static final Compute ENVOY = unlimited(Quantity.millis(50), Quantity.mi(128));

  /** What knows all of the cluster. */
  static final Compute MEDIUM = Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.mi(512));

  /** What only shows, or runs once in a while. */
  static final Compute SMALL = Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(256));

  private CiliumCompute() {}

  private static Compute unlimited(Quantity cpu, Quantity memory) {
    return new Compute(new Compute.Amounts(Optional.of(cpu), memory), Optional.empty());
  }
}

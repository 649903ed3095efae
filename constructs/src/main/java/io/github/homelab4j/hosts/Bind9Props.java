package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link Bind9}. */
@Value.Immutable
public interface Bind9Props extends HasHost {
  /** The machine; its service {@code dns} says on which port. */
  @Override
  HostPlan host();

  /** The homelab: its domains, names and machines. */
  HomelabPlan homelab();

  /** Servers that it asks for names that are not the homelab's. */
  List<Ip> forwarders();

  /** Networks whose hosts may ask; by default all of the plan's. */
  @Value.Default
  default List<Cidr> clients() {
    return homelab().allNetworks().stream()
        .map(Network::ranges)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** How long those who ask keep an answer; 5 minutes by default. */
  @Value.Default
  default Duration ttl() {
    return Duration.ofMinutes(5);
  }

  /** Machines have names, among them its own; others are asked for other names. */
  @Value.Check
  default void check() {
    if (homelab().machineDomain().isEmpty()) {
      Invalid.setting(
          "the plan has no domain for machines, and a name server needs a name: set machineDomain, as lan.%s"
              .formatted(homelab().domain()));
    }
    if (!homelab().hosts().contains(host())) {
      Invalid.setting(
          "host %s is not one of the plan's: return it from hosts()".formatted(host().name()));
    }
    if (forwarders().isEmpty()) {
      Invalid.setting(
          "host %s has nobody to ask for names outside: add forwarders".formatted(host().name()));
    }
    if (ttl().toSeconds() < 1) {
      Invalid.setting("answers are kept for %s: keep them a second at least".formatted(ttl()));
    }
    host().service(Bind9.SERVICE);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Bind9Props}. */
  final class Builder extends ImmutableBind9Props.Builder {}
}

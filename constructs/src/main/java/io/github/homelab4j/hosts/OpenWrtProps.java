package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.plan.Network;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link OpenWrt}. */
@Value.Immutable
public interface OpenWrtProps extends HasHost {
  /** The router, with an address in each of its two networks. */
  @Override
  HostPlan host();

  /** The homelab: its domain, and which ports of the router lead inside. */
  HomelabPlan homelab();

  /** The network inside, with what its DHCP server gives out. */
  Network lan();

  /** The network outside, with the gateway to the rest of the world. */
  Network wan();

  /** Who answers for the homelab's domain; the router asks the world by default. */
  Optional<HostServiceRef> resolver();

  /** Servers that it asks for all other names. */
  List<Ip> forwarders();

  /** Machines that get the same address each time; none by default. */
  List<Lease> leases();

  /** How long a host keeps an address that DHCP gave it; 12 hours by default. */
  @Value.Default
  default Duration leaseTime() {
    return Duration.ofHours(12);
  }

  /** Networks behind machines of the inner network; none by default. */
  List<Route> routes();

  /** Services of the router itself that machines of the outer network may use; none by default. */
  List<HostService> open();

  /**
   * A machine that DHCP gives its address to.
   *
   * @param machine the machine, with its address
   * @param mac the address of its network card, as {@code dc:a6:32:00:00:01}
   */
  record Lease(Machine machine, String mac) {}

  /**
   * A network behind a machine.
   *
   * @param name its name: lower-case letters, digits and underscores
   * @param target the network
   * @param via the machine's address in the inner network
   */
  record Route(String name, Cidr target, Ip via) {}

  /**
   * The router is in both networks; one range is given out; machines and names are spelled right.
   */
  @Value.Check
  default void check() {
    for (var network : List.of(lan(), wan())) {
      if (host().addresses().stream().noneMatch(network::contains)) {
        Invalid.setting(
            "host %s has %s, none of which is in network %s: give it an address there in its plan"
                .formatted(host().name(), host().addresses(), network.name()));
      }
    }
    if (wan().gateways().isEmpty()) {
      Invalid.setting(
          "network %s has no gateway, so %s leads nowhere: set its gateways in the plan"
              .formatted(wan().name(), host().name()));
    }
    if (lan().dhcp().size() > 1) {
      Invalid.setting(
          "network %s gives out %s, and OpenWrt one range: keep one"
              .formatted(lan().name(), lan().dhcp()));
    }
    if (forwarders().isEmpty()) {
      Invalid.setting(
          "host %s has nobody to ask for names outside: add forwarders".formatted(host().name()));
    }
    for (var lease : leases()) {
      if (!lease.mac().matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
        Invalid.setting(
            "'%s' of %s is not the address of a network card: write it as dc:a6:32:00:00:01"
                .formatted(lease.mac(), lease.machine().name()));
      }
      if (!lan().contains(lease.machine().address())) {
        Invalid.setting(
            "%s has %s, which is not in network %s: leases are for machines there"
                .formatted(lease.machine().name(), lease.machine().address(), lan().name()));
      }
    }
    for (var route : routes()) {
      if (!route.name().matches("[a-z][a-z0-9_]*") || !lan().contains(route.via())) {
        Invalid.setting(
            "route %s by way of %s cannot be set: name it in lower-case letters, digits and underscores, and lead it by way of a machine in network %s"
                .formatted(route.name(), route.via(), lan().name()));
      }
    }
    for (var service : open()) {
      if (!host().services().contains(service)) {
        Invalid.setting(
            "host %s does not serve %s: open one of %s"
                .formatted(
                    host().name(),
                    service.name(),
                    host().services().stream().map(HostService::name).toList()));
      }
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OpenWrtProps}. */
  final class Builder extends ImmutableOpenWrtProps.Builder {}
}

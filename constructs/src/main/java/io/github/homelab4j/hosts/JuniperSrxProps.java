package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.DnsRecord;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link JuniperSrx}. */
@Value.Immutable
public interface JuniperSrxProps extends HasHost {
  /** The router. */
  @Override
  HostPlan host();

  /**
   * The homelab: whose clusters peer with it, which addresses those announce, which names it has.
   */
  HomelabPlan homelab();

  /** Servers that it asks for names that are not the homelab's. */
  List<Ip> forwarders();

  /**
   * The interface in the machines' network, with its unit; {@code irb.0} by default, as it comes
   * from the factory.
   */
  @Value.Default
  default String lanInterface() {
    return "irb.0";
  }

  /**
   * The security zone of that interface; {@code trust} by default, as it comes from the factory.
   */
  @Value.Default
  default String lanZone() {
    return "trust";
  }

  /** It speaks BGP, keeps names that Junos can keep, and knows whom to ask for others. */
  @Value.Check
  default void check() {
    if (host().bgp().isEmpty()) {
      Invalid.setting("host %s does not speak BGP: set bgp in its plan".formatted(host().name()));
    }
    if (forwarders().isEmpty()) {
      Invalid.setting(
          "host %s has nobody to ask for names outside: add forwarders".formatted(host().name()));
    }
    homelab().records().stream()
        .filter(record -> record.view() == DnsRecord.View.INSIDE)
        .filter(record -> record.hostname().name().startsWith("*"))
        .findFirst()
        .ifPresent(
            record ->
                Invalid.setting(
                    "record %s is a pattern, which Junos does not keep: list the names"
                        .formatted(record.hostname())));
    if (!lanInterface().matches("[a-z]+(-[0-9]+/[0-9]+/[0-9]+|[0-9]*)\\.[0-9]+")) {
      Invalid.setting(
          "'%s' is not a unit of an interface: write it as irb.0 or ge-0/0/1.0"
              .formatted(lanInterface()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link JuniperSrxProps}. */
  final class Builder extends ImmutableJuniperSrxProps.Builder {}
}

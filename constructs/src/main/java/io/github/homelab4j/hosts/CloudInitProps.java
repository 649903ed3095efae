package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.plan.Network;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link CloudInit}. */
@Value.Immutable
public interface CloudInitProps extends HostProps {
  /** The machines, all in the network. */
  List<Machine> machines();

  /** The network that they are in: its range, its gateway and its name servers are theirs. */
  Network network();

  /** The domain that they look short names up in; none by default. */
  List<String> searchDomains();

  /** The network card that is in it; {@code eth0}, which is a Raspberry Pi's, by default. */
  @Value.Default
  default String networkInterface() {
    return "eth0";
  }

  /** Public keys that may log in as root, a line of {@code authorized_keys} each. */
  List<String> sshKeys();

  /** The time zone, as {@code Europe/Copenhagen}; UTC by default. */
  @Value.Default
  default String timeZone() {
    return "Etc/UTC";
  }

  /**
   * Name servers that are asked when those of the network do not answer: public ones, for a machine
   * that is to become the network's own; none by default.
   */
  List<Ip> furtherDns();

  /** Debian's packages that are there from the beginning; none by default. */
  List<String> packages();

  /**
   * Whether they are Raspberry Pis, whose kernel counts no memory of containers until its command
   * line says so; off by default.
   */
  @Value.Default
  default boolean raspberryPi() {
    return false;
  }

  /** Somebody can log in, and all machines are in the network. */
  @Value.Check
  default void check() {
    if (sshKeys().isEmpty()) {
      Invalid.setting("nobody could log in to the machines: add a public key to sshKeys");
    }
    for (var key : sshKeys()) {
      if (!key.matches("(ssh-|ecdsa-|sk-)[a-z0-9@.-]+ [A-Za-z0-9+/]+=* ?[^\\n]*")) {
        Invalid.setting(
            "'%s' is not a public key: write type, key and comment, as in a .pub file"
                .formatted(key.lines().findFirst().orElse("").split(" ")[0]));
      }
    }
    for (var machine : machines()) {
      if (!network().contains(machine.address())) {
        Invalid.setting(
            "machine %s is at %s, outside network %s %s: take it out, or give the network that it is in"
                .formatted(
                    machine.name(), machine.address(), network().name(), network().ranges()));
      }
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CloudInitProps}. */
  final class Builder extends ImmutableCloudInitProps.Builder {}
}

package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.unit.Port;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link SshClient}. */
@Value.Immutable
public interface SshClientProps extends HostProps {
  /** The machine that all others are reached through. */
  Machine jump();

  /** Its address as the owner sees it, where it has several; its first by default. */
  @Value.Default
  default Ip jumpAddress() {
    return jump().address();
  }

  /** The machines behind it. */
  List<Machine> machines();

  /** The account that logs in; {@code root} by default. */
  @Value.Default
  default String user() {
    return "root";
  }

  /** Services that {@code ssh -N tunnels} brings to the same ports of the owner's machine. */
  List<HostServiceRef> tunnels();

  /** A port of the owner's machine leads to one place. */
  @Value.Check
  default void check() {
    var ports = tunnels().stream().map(HostServiceRef::port).map(Port::number).toList();
    if (ports.stream().distinct().count() < ports.size()) {
      Invalid.setting(
          "tunnels %s have a port twice: leave out one of the services"
              .formatted(tunnels().stream().map(HostServiceRef::describe).toList()));
    }
    if (!user().matches("[a-z_][a-z0-9_-]*")) {
      Invalid.setting("'%s' is not an account: use lower-case letters".formatted(user()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SshClientProps}. */
  final class Builder extends ImmutableSshClientProps.Builder {}
}

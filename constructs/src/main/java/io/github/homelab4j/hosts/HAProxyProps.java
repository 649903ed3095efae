package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.unit.Port;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link HAProxy}. */
@Value.Immutable
public interface HAProxyProps extends HasHost {
  /** What it takes in, and where that leads to. */
  List<Frontend> frontends();

  /**
   * Whether its page of counters is there, for those on the machine itself ({@code
   * http://127.0.0.1:8404/}); off by default.
   */
  @Value.Default
  default boolean stats() {
    return false;
  }

  /**
   * A port that it listens on.
   *
   * @param service the port, as one of the services of the host's plan
   * @param health the path that answers with 200 to 399 while a server is well; without one, its
   *     port taking connections is enough, and bytes are passed on as they are
   * @param servers where it leads to, in turn
   */
  record Frontend(HostService service, Optional<String> health, List<Server> servers) {
    /** Passes connections on as they are, as TLS. */
    public static Frontend tcp(HostService service, Server... servers) {
      return new Frontend(service, Optional.empty(), List.of(servers));
    }

    /** Passes HTTP on, to servers whose path answers. */
    public static Frontend http(HostService service, String health, Server... servers) {
      return new Frontend(service, Optional.of(health), List.of(servers));
    }
  }

  /**
   * Where a frontend leads to.
   *
   * @param name its name
   * @param address its address
   * @param port its port
   * @param service what runs there, when a component does
   */
  record Server(String name, Ip address, Port port, Optional<HostServiceRef> service) {
    /** A port of a machine. */
    public static Server of(Machine machine, Port port) {
      return new Server(machine.name(), machine.address(), port, Optional.empty());
    }

    /** A service of a machine. */
    public static Server of(HostServiceRef service) {
      return new Server(
          service.host().name(), service.address(), service.port(), Optional.of(service));
    }
  }

  /** Each frontend is a service of the host, leads somewhere, and not to itself. */
  @Value.Check
  default void check() {
    for (var frontend : frontends()) {
      var name = frontend.service().name();
      if (!host().services().contains(frontend.service())) {
        Invalid.setting(
            "host %s does not serve %s: add the service to it in the plan"
                .formatted(host().name(), name));
      }
      if (frontend.servers().isEmpty()) {
        Invalid.setting("frontend %s leads nowhere: add a server".formatted(name));
      }
      for (var server : frontend.servers()) {
        if (host().addresses().contains(server.address())
            && server.port().equals(frontend.service().port())) {
          Invalid.setting(
              "frontend %s leads to itself at %s:%s: give it a port of its own in the plan"
                  .formatted(name, server.address(), server.port()));
        }
      }
    }
    if (frontends().stream().map(each -> each.service().port()).distinct().count()
        < frontends().size()) {
      Invalid.setting(
          "frontends %s share a port: give each one of its own in the plan"
              .formatted(frontends().stream().map(each -> each.service().name()).toList()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HAProxyProps}. */
  final class Builder extends ImmutableHAProxyProps.Builder {}
}

package io.github.homelab4j.plan;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.unit.Port;

/**
 * A port of a router, on its outer side, that leads to something inside.
 *
 * @param name what it is for: lower-case letters, digits and underscores
 * @param router the router
 * @param protocol over what
 * @param port the router's port
 * @param target where it leads to
 * @param targetPort the port there
 * @param origin the line of the plan that made it
 * @throws io.github.homelab4j.core.InvalidPropsException when the name has other characters
 */
public record PortForward(
    String name,
    HostPlan router,
    HostService.Protocol protocol,
    Port port,
    Ip target,
    Port targetPort,
    Origin origin) {
  /** Checks the name. */
  public PortForward {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      Invalid.setting(
          "'%s' is not a name for a port forward: use lower-case letters, digits and underscores"
              .formatted(name));
    }
  }

  /** Over TCP, to the same port inside. */
  public static PortForward tcp(String name, HostPlan router, int port, Ip target) {
    return new PortForward(
        name,
        router,
        HostService.Protocol.TCP,
        Port.of(port),
        target,
        Port.of(port),
        Origin.here());
  }

  /** To another port inside. */
  public PortForward to(int other) {
    return new PortForward(name, router, protocol, port, target, Port.of(other), origin);
  }

  /** Router and port, as {@code gateway:443/tcp}. */
  public String describe() {
    return "%s:%s/%s".formatted(router.name(), port, protocol.word());
  }

  /** Where it leads to, as {@code 10.0.0.65:443}. */
  public String leadsTo() {
    return (target.isV4() ? target.text() : "[" + target + "]") + ":" + targetPort;
  }
}

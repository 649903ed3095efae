package io.github.homelab4j.core;

import io.github.homelab4j.plan.HostService.Protocol;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Port;
import java.util.List;

/**
 * A port of a Service at an address of the plan: how machines outside the cluster reach it, which
 * know neither its DNS nor its network of pods.
 *
 * @param service the Service and its port
 * @param address the address that the cluster's load balancer gives to it
 * @param protocol over what
 */
public record EndpointRef(ServiceRef service, Ip address, Protocol protocol) implements Ref {
  /** Where it answers, on the Service's own port. */
  public Port port() {
    return service.port();
  }

  /** Address and port. */
  public String hostPort() {
    return (address.isV4() ? address.text() : "[" + address + "]") + ":" + port();
  }

  @Override
  public Provider provider() {
    return service.provider();
  }

  @Override
  public Loss loss() {
    return service.loss();
  }

  @Override
  public String without() {
    return service.without();
  }

  @Override
  public String describe() {
    return "%s at %s".formatted(service.describe(), address);
  }

  @Override
  public List<Ref> parts() {
    return List.of(service);
  }
}

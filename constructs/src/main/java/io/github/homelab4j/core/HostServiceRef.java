package io.github.homelab4j.core;

import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.unit.Port;

/**
 * A service that a machine runs outside Kubernetes: its DNS server, its secret store.
 *
 * @param host the machine
 * @param service the service, of those that the plan says the machine serves
 * @param loss what happens to its user when it is gone
 * @param provider who runs it there
 * @param without what its user cannot do any more when it is gone
 */
public record HostServiceRef(
    Machine host, HostService service, Loss loss, Provider provider, String without)
    implements Ref {
  /** A service whose user just does not reach it when it is gone. */
  public HostServiceRef(Machine host, HostService service, Loss loss, Provider provider) {
    this(host, service, loss, provider, "it does not reach it");
  }

  /** A service that a host component runs. */
  public static HostServiceRef providedBy(
      HostComponent component, Machine host, HostService service, Loss loss) {
    return new HostServiceRef(host, service, loss, Provider.of(component));
  }

  /**
   * A service of a machine that nothing here configures.
   *
   * @throws InvalidPropsException when the plan does not say that it serves it
   */
  public static HostServiceRef of(HostPlan host, String service, Loss loss) {
    return new HostServiceRef(
        host, host.service(service), loss, Provider.external("host " + host.name()));
  }

  /** The same, with what its user cannot do any more when it is gone, and how much that is. */
  public HostServiceRef without(Loss worse, String words) {
    return new HostServiceRef(host, service, worse, provider, words);
  }

  /** Where it answers. */
  public Ip address() {
    return host.address();
  }

  /** On which port. */
  public Port port() {
    return service.port();
  }

  /** Address and port. */
  public String hostPort() {
    return address().isV4() ? address() + ":" + port() : "[" + address() + "]:" + port();
  }

  /** As {@code https://10.0.0.11:8200}. */
  public String https() {
    return "https://" + hostPort();
  }

  /** As {@code http://10.0.0.11:9091}. */
  public String http() {
    return "http://" + hostPort();
  }

  @Override
  public String describe() {
    return "%s of host %s, port %s".formatted(service.name(), host.name(), port());
  }
}

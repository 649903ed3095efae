package io.github.homelab4j.core;

import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;

/**
 * A listener of a Gateway, which routes attach to.
 *
 * @param gateway name of the Gateway
 * @param namespace its namespace
 * @param section name of the listener
 * @param hostname what it serves, as {@code *.example.org}
 * @param address where it is reached
 * @param provider who creates the Gateway
 */
public record ListenerRef(
    String gateway,
    String namespace,
    String section,
    Hostname hostname,
    Ip address,
    Provider provider)
    implements EntryRef {
  @Override
  public boolean serves(Hostname name) {
    return hostname.covers(name);
  }

  @Override
  public String without() {
    return "it is not reached from outside";
  }

  @Override
  public String describe() {
    return "listener %s of gateway %s/%s".formatted(section, namespace, gateway);
  }
}

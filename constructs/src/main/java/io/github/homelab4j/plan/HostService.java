package io.github.homelab4j.plan;

import io.github.homelab4j.unit.Port;
import java.util.Locale;

/**
 * What a host outside Kubernetes serves.
 *
 * @param name its name, as {@code nfs}
 * @param port its port
 * @param protocol over what
 * @param purpose what it is for, in a few words
 */
public record HostService(String name, Port port, Protocol protocol, String purpose) {
  /** What carries a service. */
  public enum Protocol {
    /** Connections. */
    TCP,
    /** Datagrams. */
    UDP;

    /** As configuration files spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A service over TCP. */
  public static HostService tcp(String name, int port, String purpose) {
    return new HostService(name, Port.of(port), Protocol.TCP, purpose);
  }

  /** A service over UDP. */
  public static HostService udp(String name, int port, String purpose) {
    return new HostService(name, Port.of(port), Protocol.UDP, purpose);
  }
}

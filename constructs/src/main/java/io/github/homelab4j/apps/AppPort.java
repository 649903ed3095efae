package io.github.homelab4j.apps;

import io.github.homelab4j.unit.Port;

/**
 * A port that an {@link Application} listens on; its Service has the same.
 *
 * @param name its name, of at most 15 lower-case letters, digits and hyphens
 * @param port its number
 * @param protocol {@code TCP} or {@code UDP}
 */
public record AppPort(String name, Port port, Protocol protocol) {
  /** Port {@code http}. */
  public static AppPort http(int number) {
    return tcp("http", number);
  }

  /** A port of TCP. */
  public static AppPort tcp(String name, int number) {
    return new AppPort(name, Port.of(number), Protocol.TCP);
  }

  /** A port of UDP. */
  public static AppPort udp(String name, int number) {
    return new AppPort(name, Port.of(number), Protocol.UDP);
  }

  /** What is spoken below the application. */
  public enum Protocol {
    /** Connections. */
    TCP,
    /** Single packets. */
    UDP
  }
}

package io.github.homelab4j.core;

import java.util.List;

/**
 * An Alertmanager, which groups alerts and tells people. Who hands alerts to it goes on without it,
 * but nobody is told.
 *
 * @param service where it answers
 * @param path the path below which it answers, as {@code /alertmanager}; empty for the root
 */
public record AlertsRef(ServiceRef service, String path) implements Ref {
  /** As {@code http://host:port/path}. */
  public String http() {
    return service.http() + path;
  }

  @Override
  public Provider provider() {
    return service.provider();
  }

  @Override
  public Loss loss() {
    return Loss.DEGRADES;
  }

  @Override
  public String describe() {
    return "Alertmanager at " + service.describe();
  }

  @Override
  public List<Ref> parts() {
    return List.of(service);
  }
}

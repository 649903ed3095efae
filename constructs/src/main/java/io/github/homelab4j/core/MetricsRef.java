package io.github.homelab4j.core;

import java.util.List;

/**
 * A database of metrics that answers PromQL. Who reads it goes on without it, with nothing to show.
 *
 * @param name what it is, as {@code Prometheus}
 * @param service where it answers
 * @param path the path below which it answers, as {@code /prometheus}; empty for the root
 */
public record MetricsRef(String name, ServiceRef service, String path) implements Ref {
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
    return "metrics of %s at %s".formatted(name, service.describe());
  }

  @Override
  public List<Ref> parts() {
    return List.of(service);
  }
}

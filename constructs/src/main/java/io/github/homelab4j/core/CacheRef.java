package io.github.homelab4j.core;

import java.util.List;

/**
 * A Redis-compatible cache.
 *
 * @param service where clients connect
 * @param password the password of its default user
 */
public record CacheRef(ServiceRef service, StoreKeyRef password) implements Ref {
  @Override
  public Provider provider() {
    return service.provider();
  }

  @Override
  public String without() {
    return "its cache does not answer";
  }

  @Override
  public String describe() {
    return "cache at " + service.describe();
  }

  @Override
  public List<Ref> parts() {
    return List.of(service, password);
  }
}

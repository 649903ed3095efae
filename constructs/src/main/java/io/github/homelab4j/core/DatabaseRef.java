package io.github.homelab4j.core;

import java.util.List;

/**
 * A database on a server, with the login that owns it.
 *
 * @param service where clients connect
 * @param name the database
 * @param credentials item with {@code username} and {@code password}
 */
public record DatabaseRef(ServiceRef service, String name, StoreItemRef credentials)
    implements Ref {
  /** The login's name, a secret value only in form: it is the item's {@code username}. */
  public StoreKeyRef username() {
    return credentials.key("username");
  }

  /** The login's password. */
  public StoreKeyRef password() {
    return credentials.key("password");
  }

  @Override
  public Provider provider() {
    return service.provider();
  }

  @Override
  public String without() {
    return "its database does not answer";
  }

  @Override
  public String describe() {
    return "database %s at %s".formatted(name, service.describe());
  }

  @Override
  public List<Ref> parts() {
    return List.of(service, credentials);
  }
}

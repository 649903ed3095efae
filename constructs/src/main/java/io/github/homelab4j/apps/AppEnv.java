package io.github.homelab4j.apps;

import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.ServiceRef;

/** A variable in the environment of an {@link Application}. */
public sealed interface AppEnv {
  /** Its name. */
  String name();

  /** A text, which everybody who reads the repository may know. */
  static AppEnv of(String name, String value) {
    return new Text(name, value);
  }

  /** A secret, which stands in a Secret of the application's namespace. */
  static AppEnv of(String name, SecretSource secret) {
    return new Secret(name, secret);
  }

  /** The host name of a Service; the application starts after it. */
  static AppEnv host(String name, ServiceRef service) {
    return new Address(name, service, false);
  }

  /** The same as {@code http://host:port}. */
  static AppEnv url(String name, ServiceRef service) {
    return new Address(name, service, true);
  }

  /** A text. */
  record Text(String name, String value) implements AppEnv {}

  /** A secret. */
  record Secret(String name, SecretSource secret) implements AppEnv {}

  /** Where a Service is. */
  record Address(String name, ServiceRef service, boolean asUrl) implements AppEnv {}
}

package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A GatewayClass.
 *
 * @param name its name
 * @param provider whose controller implements it
 */
public record GatewayClassRef(@JsonValue String name, Provider provider) implements Ref {
  /** A class that a component implements. */
  public static GatewayClassRef providedBy(Component component, String name) {
    return new GatewayClassRef(name, Provider.of(component));
  }

  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String without() {
    return "changes of its Gateway have no effect";
  }

  @Override
  public String describe() {
    return "gateway class " + name;
  }
}

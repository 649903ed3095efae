package io.github.homelab4j.core;

import java.util.Objects;
import java.util.Optional;

/**
 * Who provides what a reference names: a component, or something outside that is named in words.
 */
public final class Provider {
  private final Component component;
  private final String external;
  private final Origin taken = Origin.here();

  private Provider(Component component, String external) {
    this.component = component;
    this.external = external;
  }

  /** A component of this homelab. */
  public static Provider of(Component component) {
    return new Provider(Objects.requireNonNull(component), "");
  }

  /** Something that another tool or the distribution provides. */
  public static Provider external(String who) {
    return new Provider(null, who);
  }

  /** The component, unless it is external. */
  public Optional<Component> component() {
    return Optional.ofNullable(component);
  }

  /** The line of the stack where the reference was taken. */
  public Origin taken() {
    return taken;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Provider that
        && component == that.component
        && external.equals(that.external);
  }

  @Override
  public int hashCode() {
    return Objects.hash(System.identityHashCode(component), external);
  }

  @Override
  public String toString() {
    return component == null ? external : component.path();
  }
}

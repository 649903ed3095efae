package io.github.homelab4j.example;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Ref;
import java.util.List;
import java.util.Optional;

/** What the example components take: the references they need, and how many widgets they make. */
public record Settings(
    Optional<NamespaceRef> namespace, List<Ref> needs, int widgets, boolean enabled)
    implements ComponentProps {
  /** Nothing. */
  public static Settings none() {
    return new Settings(Optional.empty(), List.of(), 0, true);
  }

  /** References of other components. */
  public static Settings needing(Ref... refs) {
    return new Settings(Optional.empty(), List.of(refs), 0, true);
  }

  /** The same in a namespace. */
  public Settings in(String name) {
    return new Settings(Optional.of(NamespaceRef.of(name)), needs, widgets, enabled);
  }

  /** The same with widgets. */
  public Settings widgets(int count) {
    return new Settings(namespace, needs, count, enabled);
  }

  /** The same, switched off. */
  public Settings off() {
    return new Settings(namespace, needs, widgets, false);
  }
}

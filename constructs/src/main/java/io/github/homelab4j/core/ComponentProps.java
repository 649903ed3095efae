package io.github.homelab4j.core;

import java.util.Optional;
import org.immutables.value.Value;

/** What an owner can decide of every component. */
public interface ComponentProps {
  /** Where it runs; by default the namespace that upstream documents. */
  Optional<NamespaceRef> namespace();

  /**
   * Whether it runs, as it does by default. What is switched off is checked as though it ran, so
   * that it can be switched on, and nothing of it is written: the cluster's README and inventory
   * list it. What runs cannot refer to it.
   */
  @Value.Default
  default boolean enabled() {
    return true;
  }
}

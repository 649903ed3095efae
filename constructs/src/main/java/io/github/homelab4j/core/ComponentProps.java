package io.github.homelab4j.core;

import java.util.Optional;

/** What an owner can decide of every component. */
public interface ComponentProps {
  /** Where it runs; by default the namespace that upstream documents. */
  Optional<NamespaceRef> namespace();
}

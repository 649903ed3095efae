package io.github.homelab4j.example.mistakes;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.rule.Rule;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One thing changed in a sound homelab, and what is said of it.
 *
 * @param rule the rule that it breaks
 * @param path the path that the finding names
 * @param line a part of the source line that the finding names
 * @param message the finding's message
 * @param homelab makes the homelab
 * @param before makes what was written before, for mistakes that are a change
 */
record Mistake(
    Rule rule,
    String path,
    String line,
    String message,
    Supplier<Homelab> homelab,
    Optional<Supplier<Homelab>> before) {
  /** A part of the line that composes the manifests. */
  static final String SHOP = "shop = new Manifests(this, \"shop\"";

  Mistake(Rule rule, String path, String line, String message, Supplier<Homelab> homelab) {
    this(rule, path, line, message, homelab, Optional.empty());
  }

  /** The same, as a change of a homelab that was written before. */
  Mistake after(Supplier<Homelab> written) {
    return new Mistake(rule, path, line, message, homelab, Optional.of(written));
  }

  /** A part of the manifests replaced by another. */
  static Mistake inManifests(Rule rule, String what, String other, String message) {
    return new Mistake(rule, "house/shop", SHOP, message, () -> SoundHome.with(what, other));
  }

  @Override
  public String toString() {
    return rule.code() + ": " + message;
  }
}

package io.github.homelab4j.example.mistakes;

import java.util.function.UnaryOperator;

/** The sound home with a shelf of things that nobody refers to. */
final class Shelf {
  /** A part of the line that composes it. */
  static final String LINE = "new Manifests(house, \"shelf\"";

  private Shelf() {}

  /** As it is. */
  static SoundHome sound() {
    return changed(UnaryOperator.identity());
  }

  /** With a part of its manifests replaced. */
  static SoundHome with(String what, String other) {
    return changed(text -> SoundHome.replaced(text, what, other));
  }

  private static SoundHome changed(UnaryOperator<String> change) {
    var text = change.apply(SoundHome.resource("shelf.yaml"));
    return new SoundHome().and(house -> new Manifests(house, "shelf", "shelf", text));
  }
}

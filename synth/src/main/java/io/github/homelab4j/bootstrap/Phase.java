package io.github.homelab4j.bootstrap;

import java.util.List;

/**
 * A phase of a bootstrap.
 *
 * @param number its number, as {@code -1}
 * @param recipe the recipe that runs it
 * @param title what it is
 * @param what what it does, a sentence or more
 * @param steps what is done in it, in order; empty where there is no order
 * @param checks commands that show that it is done
 * @param scripts its recipes, its own last
 */
record Phase(
    String number,
    String recipe,
    String title,
    String what,
    List<String> steps,
    List<String> checks,
    List<Script> scripts) {
  /** Keeps its own copies. */
  Phase {
    steps = List.copyOf(steps);
    checks = List.copyOf(checks);
    scripts = List.copyOf(scripts);
  }

  /** As {@code Phase 2: Core}. */
  String heading() {
    return "Phase %s: %s".formatted(number, title);
  }
}

package io.github.homelab4j.check.policy;

/**
 * What a test says of a pod or container.
 *
 * @param judged whether enough is known to say something
 * @param breach what is wrong, as the end of a sentence about it; empty when nothing is
 */
record Outcome(boolean judged, String breach) {
  static final Outcome HOLDS = new Outcome(true, "");
  static final Outcome UNKNOWN = new Outcome(false, "");

  static Outcome broken(String breach) {
    return new Outcome(true, breach);
  }

  static Outcome of(boolean holds, String breach) {
    return holds ? HOLDS : broken(breach);
  }

  boolean holds() {
    return breach.isEmpty();
  }

  /** Both: the first breach, or that both hold. */
  Outcome and(Outcome other) {
    if (!holds() || !other.holds()) {
      return holds() ? other : this;
    }
    return judged && other.judged ? HOLDS : UNKNOWN;
  }
}

package io.github.homelab4j.change;

/** What follows from a change that is not made. */
enum Outcome {
  /** The object is refused, and with it everything that is applied along. */
  REFUSED("%s refuses, and with it everything else of Kustomization %s"),
  /** Nothing happens, without a word. */
  IGNORED("%s does not carry out"),
  /** A Helm release cannot be brought up to date any more. */
  UPGRADE_FAILS("%s refuses, so that no upgrade of the release succeeds any more");

  private final String sentence;

  Outcome(String sentence) {
    this.sentence = sentence;
  }

  /** As {@code Strimzi does not carry out}. */
  String sentence(String who, String kustomization) {
    return sentence.formatted(who, kustomization);
  }
}

package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.example.mistakes.Mistake.inManifests;

import io.github.homelab4j.rule.ObjectRule;
import java.util.List;

/** Mistakes in single objects. */
final class ObjectMistakes {
  static final List<Mistake> ALL =
      List.of(
          inManifests(
              ObjectRule.NAME_INVALID,
              "kind: ConfigMap\nmetadata:\n  name: links",
              "kind: ConfigMap\nmetadata:\n  name: Links_A",
              "'Links_A' is not a name for a ConfigMap: use lower-case letters, digits and hyphens, at most 253 characters"));

  private ObjectMistakes() {}
}

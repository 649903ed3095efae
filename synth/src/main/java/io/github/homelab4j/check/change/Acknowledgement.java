package io.github.homelab4j.check.change;

import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.Rule;

/** How a change that is meant is acknowledged. */
final class Acknowledgement {
  private Acknowledgement() {}

  // Only components of ours can be exempted; of what was deleted there is nothing to compare with.
  static String of(Rule rule, Subject subject) {
    var component = subject.unit().flatMap(unit -> unit.component());
    return component.isPresent()
        ? "exempt %s from %s with the reason".formatted(component.get().id(), rule.code())
        : "delete the file that was written before, which acknowledges it";
  }
}

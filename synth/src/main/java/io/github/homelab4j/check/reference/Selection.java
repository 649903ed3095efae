package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.Near;
import io.github.homelab4j.check.Proof;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ReferenceRule;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A selector of an object, and from what it selects.
 *
 * @param by the object
 * @param at where its selector stands
 * @param what what it selects, as {@code pods}
 * @param selector the labels
 * @param namespace the namespaces that it looks into
 */
record Selection(
    Subject by, String at, String what, Selector selector, Predicate<String> namespace) {
  /** Judges whether it selects something; returns what. */
  List<Target> judge(Collection<Target> all, Report report) {
    var there = all.stream().filter(target -> namespace.test(target.namespace())).toList();
    var selected = there.stream().filter(target -> selector.matches(target.labels())).toList();
    report.judge(ReferenceRule.SELECTS_NOTHING, by, !selected.isEmpty(), () -> nothing(there));
    selected.stream()
        .map(Target::proof)
        .min(Proof::compareTo)
        .ifPresent(proof -> report.prove(by, proof));
    return selected;
  }

  /** Judges whether one of the selected has a port; of some the ports are not known. */
  void judgePort(List<Target> selected, String port, Report report) {
    if (!port.isEmpty() && !selected.isEmpty()) {
      var known =
          selected.stream()
              .anyMatch(target -> target.ports().isEmpty() || target.ports().contains(port));
      report.judge(ReferenceRule.REF_PORT_UNKNOWN, by, known, () -> noPort(selected, port));
    }
  }

  private String nothing(List<Target> there) {
    var labels = there.stream().map(Target::describe).filter(text -> !text.isEmpty()).toList();
    return "%s selects %s with %s at %s, of which there are none (there are %s): %s"
        .formatted(
            by.emitted().describe(),
            what,
            selector,
            at,
            Near.list(selector.toString(), labels),
            "take the labels of what is meant, or add the fact that its chart creates it");
  }

  private String noPort(List<Target> selected, String port) {
    var ports = new TreeSet<String>();
    selected.forEach(target -> ports.addAll(target.ports()));
    ports.remove("");
    return "%s names port %s of the %s that it selects, which have %s: %s"
        .formatted(
            by.emitted().describe(),
            port,
            what,
            Near.list(port, ports),
            Near.cure(port, ports, "name one of them"));
  }
}

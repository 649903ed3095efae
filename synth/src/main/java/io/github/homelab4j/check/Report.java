package io.github.homelab4j.check;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Takes what checks find: counts what was judged, and sets aside what is exempted. */
public final class Report {
  private final List<Finding> findings = new ArrayList<>();
  private final List<Exempted> exempted = new ArrayList<>();
  private final Map<Rule, Map<String, Integer>> judged = new HashMap<>();
  private final Map<String, Map<Proof, Integer>> proofs = new TreeMap<>();
  // Two components may be exempted in the same words.
  private final Set<Exemption> used = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Counts a subject that a rule is about, and reports it when the rule is broken.
   *
   * @param holds whether the subject keeps the rule
   * @param message what is wrong, with both values, and after a colon what to do; asked only then
   */
  public void judge(Rule rule, Subject subject, boolean holds, Supplier<String> message) {
    judged.computeIfAbsent(rule, key -> new TreeMap<>()).merge(subject.cluster(), 1, Integer::sum);
    if (!holds) {
      breach(rule, subject, message.get());
    }
  }

  /** Counts how it is known that something which a subject names is there. */
  public void prove(Subject subject, Proof proof) {
    proofs
        .computeIfAbsent(subject.path(), path -> new EnumMap<>(Proof.class))
        .merge(proof, 1, Integer::sum);
  }

  /** Adds what was found elsewhere. */
  void add(Finding finding) {
    findings.add(finding);
  }

  private void breach(Rule rule, Subject subject, String message) {
    var exemption = exemption(rule, subject);
    if (exemption.isPresent()) {
      used.add(exemption.get());
      exempted.add(new Exempted(subject, exemption.get(), message));
    } else {
      findings.add(new Finding(rule, subject.path(), subject.origin(), message));
    }
  }

  private static Optional<Exemption> exemption(Rule rule, Subject subject) {
    return subject
        .unit()
        .flatMap(unit -> unit.component())
        .map(Component::exemptions)
        .orElse(List.of())
        .stream()
        .filter(exemption -> exemption.rule().equals(rule))
        .findFirst();
  }

  boolean isUsed(Exemption exemption) {
    return used.contains(exemption);
  }

  Verdict verdict() {
    return new Verdict(findings.stream().distinct().sorted().toList(), exempted, judged, proofs);
  }
}

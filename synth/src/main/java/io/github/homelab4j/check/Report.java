package io.github.homelab4j.check;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Exemption;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Takes what checks find: counts what was judged, and sets aside what is exempted. */
public final class Report {
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());

  private final Map<Cause, Breaches> breaches = new LinkedHashMap<>();
  private final Set<String> secrets = new TreeSet<>(LONGEST_FIRST);
  private final List<Exempted> exempted = new ArrayList<>();
  private final Counts judged = new Counts();
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
    judge(rule, subject, null, holds, message);
  }

  /**
   * The same for what has one cause in many places, as a text that was typed once and stands in
   * several objects of a component: it is one finding, which says how many places there are.
   *
   * @param cause what tells the cause from others that break the rule at the same line
   */
  public void judge(
      Rule rule, Subject subject, String cause, boolean holds, Supplier<String> message) {
    judged.add(rule, subject.cluster(), 1);
    if (!holds) {
      var text = message.get();
      breach(rule, subject, cause == null ? text : cause, text);
    }
  }

  /** Counts what keeps a rule, of a subject of which many parts are judged by it. */
  public void kept(Rule rule, Subject subject, int times) {
    if (times > 0) {
      judged.add(rule, subject.cluster(), times);
    }
  }

  /** Keeps a text out of all messages, because it is a secret. */
  public void conceal(String secret) {
    secrets.add(secret);
  }

  /** Counts how it is known that something which a subject names is there. */
  public void prove(Subject subject, Proof proof) {
    prove(subject.path(), proof, 1);
  }

  private void prove(String path, Proof proof, int times) {
    proofs
        .computeIfAbsent(path, key -> new EnumMap<>(Proof.class))
        .merge(proof, times, Integer::sum);
  }

  /** Adds what was found elsewhere. */
  void add(Finding finding) {
    add(finding, finding.message());
  }

  /** Adds what another report has, as though it had been found after all that this one has. */
  void add(Report other) {
    other.breaches.forEach(
        (cause, more) ->
            breaches
                .computeIfAbsent(cause, key -> new Breaches(more.first, new TreeSet<>()))
                .messages
                .addAll(more.messages));
    secrets.addAll(other.secrets);
    exempted.addAll(other.exempted);
    judged.addAll(other.judged);
    other.proofs.forEach(
        (path, counts) -> counts.forEach((proof, count) -> prove(path, proof, count)));
    used.addAll(other.used);
  }

  private void add(Finding finding, String cause) {
    breaches
        .computeIfAbsent(
            new Cause(finding.rule(), finding.path(), finding.origin(), cause),
            key -> new Breaches(finding, new TreeSet<>()))
        .messages
        .add(finding.message());
  }

  private void breach(Rule rule, Subject subject, String cause, String message) {
    var exemption = exemption(rule, subject);
    if (exemption.isPresent()) {
      used.add(exemption.get());
      exempted.add(new Exempted(subject, exemption.get(), message));
    } else {
      add(new Finding(rule, subject.path(), subject.origin(), message), cause);
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
    var findings = breaches.values().stream().map(this::finding).distinct().sorted().toList();
    var allowed = exempted.stream().map(this::concealed).toList();
    return new Verdict(findings, allowed, judged.all(), proofs);
  }

  private Finding finding(Breaches breaches) {
    var first = breaches.first;
    var more = breaches.messages.size() - 1;
    var message =
        more == 0
            ? breaches.messages.first()
            : "%s (and so in %s more %s)"
                .formatted(breaches.messages.first(), more, more == 1 ? "place" : "places");
    return new Finding(first.rule(), first.path(), first.origin(), concealed(message));
  }

  private Exempted concealed(Exempted breach) {
    return new Exempted(breach.subject(), breach.exemption(), concealed(breach.message()));
  }

  private String concealed(String message) {
    var text = message;
    for (var secret : secrets) {
      text = text.replace(secret, "…");
    }
    return text;
  }

  private record Cause(Rule rule, String path, Origin origin, String what) {}

  private record Breaches(Finding first, SortedSet<String> messages) {}
}

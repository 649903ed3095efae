package io.github.homelab4j.check.flux;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Near;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.FluxRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What others wait for says when it is ready, and can become it. */
public final class Readiness implements Check {
  private static final String DEFINITION = "CustomResourceDefinition";

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        FluxRule.FLUX_NOT_READY,
        FluxRule.FLUX_WAIT_AND_CHECKS,
        FluxRule.FLUX_HEALTH_CHECK,
        FluxRule.FLUX_SUSPENDED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.model().units().forEach(unit -> healthChecks(cluster, unit, report));
      var needed = new HashSet<String>();
      for (var subject : FluxObjects.of(cluster, "Kustomization")) {
        subject.emitted().at("/spec/dependsOn").forEach(each -> needed.add(name(subject, each)));
      }
      for (var subject : FluxObjects.of(cluster, "Kustomization")) {
        kustomization(subject, needed.contains(subject.emitted().describe()), report);
      }
      FluxObjects.of(cluster).forEach(subject -> suspended(subject, report));
    }
  }

  private static String name(Subject subject, JsonNode other) {
    return "Kustomization %s/%s"
        .formatted(
            other.path("namespace").asText(subject.emitted().namespace()),
            other.path("name").asText());
  }

  private static void kustomization(Subject subject, boolean isNeeded, Report report) {
    var spec = subject.emitted().at("/spec");
    var waits = spec.path("wait").asBoolean();
    var checks = !spec.path("healthChecks").isEmpty();
    report.judge(
        FluxRule.FLUX_WAIT_AND_CHECKS,
        subject,
        !(waits && checks),
        () ->
            "%s has wait: true and %s health checks, which Flux then ignores: keep one of the two"
                .formatted(subject.emitted().describe(), spec.path("healthChecks").size()));
    if (isNeeded) {
      report.judge(
          FluxRule.FLUX_NOT_READY,
          subject,
          waits || checks,
          () ->
              "%s is waited for by others and neither waits for what it applies nor names health checks: set wait: true"
                  .formatted(subject.emitted().describe()));
    }
  }

  private static void healthChecks(ClusterView cluster, Unit unit, Report report) {
    for (var check : unit.healthChecks()) {
      report.judge(
          FluxRule.FLUX_HEALTH_CHECK,
          Subject.of(cluster.model(), unit),
          isThere(unit, check),
          () ->
              "a health check names %s, which the component neither emits nor has a fact of (it has %s): name what is there, or add the fact"
                  .formatted(describe(check), there(unit, check)));
    }
  }

  private static boolean isThere(Unit unit, HealthCheck check) {
    var group = check.name().substring(check.name().indexOf('.') + 1);
    return unit.objects().anyMatch(each -> each.describe().equals(describe(check)))
        || unit.component().filter(each -> promises(each, check)).isPresent()
        || (check.kind().equals(DEFINITION)
            && unit.component().filter(each -> each.installs().contains(group)).isPresent());
  }

  private static boolean promises(Component component, HealthCheck check) {
    return component.facts().stream()
        .anyMatch(
            fact ->
                fact.kind().equals(check.kind())
                    && fact.namespace().equals(check.namespace())
                    && fact.name().equals(check.name()));
  }

  private static String there(Unit unit, HealthCheck check) {
    var there = new TreeSet<String>();
    unit.objects()
        .filter(object -> object.kind().equals(check.kind()))
        .forEach(object -> there.add(object.name()));
    unit.component().stream()
        .flatMap(component -> component.facts().stream())
        .filter(fact -> fact.kind().equals(check.kind()))
        .forEach(fact -> there.add(fact.name()));
    return "%s: %s".formatted(check.kind(), Near.list(check.name(), there));
  }

  private static String describe(HealthCheck check) {
    return check.namespace().isEmpty()
        ? "%s %s".formatted(check.kind(), check.name())
        : "%s %s/%s".formatted(check.kind(), check.namespace(), check.name());
  }

  private static void suspended(Subject subject, Report report) {
    var unit = subject.unit().orElseThrow();
    var checks = unit.healthChecks().stream().map(Readiness::describe).collect(Collectors.toSet());
    var object = subject.emitted();
    var isWaitedFor = checks.isEmpty() || checks.contains(object.describe());
    report.judge(
        FluxRule.FLUX_SUSPENDED,
        subject,
        !(isWaitedFor && object.at("/spec/suspend").asBoolean()),
        () ->
            "%s is suspended, and Kustomization %s waits for it until its timeout: take suspend out, or the component"
                .formatted(object.describe(), unit.name()));
  }
}

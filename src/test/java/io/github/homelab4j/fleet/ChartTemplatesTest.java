package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.HelmComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What we say that charts create and run is what Helm renders of them, with our values. */
class ChartTemplatesTest {
  private static final Set<String> RUNNING = Set.of("Deployment", "StatefulSet", "DaemonSet");
  // Made when they are needed, by the program or by cert-manager.
  private static final Set<String> MADE_LATER = Set.of("Secret");

  private static final List<RenderedChart> RENDERED = new ArrayList<>();

  @BeforeAll
  static void renders() {
    var charts = Settings.charts();
    for (var cluster : Fleet.clusters()) {
      for (var unit : cluster.model().units()) {
        unit.component()
            .filter(HelmComponent.class::isInstance)
            .map(HelmComponent.class::cast)
            .filter(component -> isThere(charts, component))
            .ifPresent(
                component ->
                    RENDERED.add(RenderedChart.of(Settings.helm(), charts, cluster, unit)));
      }
    }
    assertThat(RENDERED).as("releases of the fleet whose chart is in %s", charts).isNotEmpty();
  }

  private static boolean isThere(Path charts, HelmComponent component) {
    return Files.isDirectory(charts.resolve(component.chart().key()).resolve("templates"));
  }

  @Test
  void facts_are_what_charts_render() {
    var findings = new TreeSet<String>();
    for (var chart : RENDERED) {
      for (var fact : chart.component().facts()) {
        var object = chart.object(fact.kind(), fact.name());
        object.ifPresent(each -> compare(chart, fact, each, findings));
        if (object.isEmpty() && isRendered(fact)) {
          findings.add(
              "%s: nothing renders %s %s".formatted(chart.path(), fact.kind(), fact.name()));
        }
      }
    }
    assertThat(findings).as("facts that are not so").isEmpty();
  }

  @Test
  void every_budget_that_a_chart_renders_is_a_fact() {
    var findings = new TreeSet<String>();
    for (var chart : RENDERED) {
      var known =
          chart.component().facts().stream()
              .filter(fact -> fact.kind().equals("PodDisruptionBudget"))
              .map(ChartFact::name)
              .collect(Collectors.toSet());
      chart
          .of("PodDisruptionBudget")
          .map(RenderedChart::name)
          .filter(name -> !known.contains(name))
          .forEach(name -> findings.add(chart.path() + ": " + name));
    }
    assertThat(findings).as("budgets that no fact tells").isEmpty();
  }

  @Test
  void workloads_are_what_charts_run() {
    var findings = new TreeSet<String>();
    for (var chart : RENDERED) {
      var workloads = workloads(chart);
      var names = new TreeSet<String>();
      for (var workload : workloads) {
        names.add(workload.kind() + " " + workload.name());
        chart
            .object(workload.kind(), workload.name())
            .ifPresentOrElse(
                object ->
                    PodComparison.of(workload, object)
                        .forEach(each -> findings.add(chart.path() + ": " + each)),
                () -> {
                  if (isTemplate(workload, chart)) {
                    findings.add(
                        "%s: nothing runs %s".formatted(chart.path(), workload.describe()));
                  }
                });
      }
      chart.objects().stream()
          .filter(object -> RUNNING.contains(object.path("kind").asText()))
          .map(object -> object.path("kind").asText() + " " + RenderedChart.name(object))
          .filter(name -> !names.contains(name))
          .forEach(name -> findings.add("%s: unknown %s".formatted(chart.path(), name)));
    }
    assertThat(findings).as("workloads that are not so").isEmpty();
  }

  private static List<Workload> workloads(RenderedChart chart) {
    return Fleet.clusters().stream()
        .flatMap(cluster -> ClusterView.of(cluster.model()).workloads().stream())
        .filter(workload -> workload.source() == Workload.Source.CHART)
        .filter(workload -> workload.subject().path().equals(chart.path()))
        .toList();
  }

  private static boolean isTemplate(Workload workload, RenderedChart chart) {
    return chart.component().workloads().stream()
        .filter(each -> each.name().equals(workload.name()))
        .anyMatch(each -> each.source().contains("/templates/"));
  }

  private static boolean isRendered(ChartFact fact) {
    return fact.source().contains("/templates/") && !MADE_LATER.contains(fact.kind());
  }

  private static void compare(
      RenderedChart chart, ChartFact fact, JsonNode object, Set<String> findings) {
    var name = "%s: %s %s".formatted(chart.path(), fact.kind(), fact.name());
    if (fact.kind().equals("Service")) {
      for (var port : fact.ports()) {
        if (StreamSupport.stream(object.at("/spec/ports").spliterator(), false)
            .noneMatch(
                each ->
                    each.path("name").asText("").equals(port.name())
                        && each.path("port").asInt() == port.number().number())) {
          findings.add("%s has no port %s %s".formatted(name, port.name(), port.number()));
        }
      }
    }
    fact.labels()
        .forEach(
            (key, value) -> {
              if (!object.at("/metadata/labels").path(key).asText().equals(value)) {
                findings.add("%s has no label %s=%s".formatted(name, key, value));
              }
            });
    var selector =
        fact.kind().equals("Service")
            ? object.at("/spec/selector")
            : object.at("/spec/selector/matchLabels");
    if (!fact.selector().isEmpty()
        && !RUNNING.contains(fact.kind())
        && !PodComparison.labels(selector).equals(fact.selector())) {
      findings.add("%s selects %s, not %s".formatted(name, selector, fact.selector()));
    }
    fact.budget()
        .ifPresent(
            budget -> {
              var min = object.at("/spec/minAvailable").asText("");
              var max = object.at("/spec/maxUnavailable").asText("");
              if (!min.equals(budget.minAvailable().orElse(""))
                  || !max.equals(budget.maxUnavailable().orElse(""))) {
                findings.add("%s has minAvailable %s, maxUnavailable %s".formatted(name, min, max));
              }
            });
  }
}

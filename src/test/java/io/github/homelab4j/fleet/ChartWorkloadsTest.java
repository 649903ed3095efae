package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.core.ChartSetting;
import io.github.homelab4j.core.ChartWorkload;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.registry.HarborProps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What we say of the pods that charts run names values that the charts have. */
class ChartWorkloadsTest {
  private static final Map<String, String> WITHOUT_PODS =
      Map.of(
          "istio-base", "it brings definitions, and a webhook that istiod answers",
          "prometheus-operator-crds", "it brings definitions only",
          "spire-crds", "it brings definitions only");

  // ceph/ceph-csi-operator@v1.0.4:deploy/charts/ceph-csi-drivers/templates/driver.yaml
  private static final Set<String> READ_BY_TEMPLATES =
      Set.of("drivers.rbd.nodePlugin.resources", "drivers.cephfs.nodePlugin.resources");

  @Test
  void every_chart_says_what_it_runs_or_why_it_runs_nothing() {
    assertThat(components())
        .isNotEmpty()
        .allSatisfy(
            component ->
                assertThat(component.workloads().isEmpty())
                    .as("%s runs nothing", component.path())
                    .isEqualTo(WITHOUT_PODS.containsKey(component.chart().key())));
  }

  @Test
  void pods_follow_the_settings_of_the_stack() {
    var apps = Fleet.cluster("apps").model();
    var core =
        ClusterView.of(apps).workloads().stream()
            .filter(workload -> workload.describe().equals("Deployment harbor/harbor-core"))
            .findFirst()
            .orElseThrow();
    var props = (HarborProps) apps.unit("harbor").orElseThrow().component().orElseThrow().props();
    assertThat(core.replicas()).hasValue(props.replicas());
    assertThat(core.pod().at("/containers/0/resources/limits/memory").asText()).isEqualTo("1Gi");
    assertThat(core.pod().at("/securityContext/runAsUser").intValue()).isEqualTo(10_000);
  }

  @Test
  void every_workload_says_where_it_stands() {
    assertThat(components().stream().flatMap(component -> component.workloads().stream()))
        .isNotEmpty()
        .allSatisfy(
            workload ->
                assertThat(workload.source())
                    .as("source of %s", workload.name())
                    .matches("[\\w.-]+(/[\\w.-]+)+@[\\w./-]+:.+"));
  }

  @Test
  void every_value_that_is_named_is_one_that_the_chart_has() {
    var charts = Settings.chartValues();
    var exceptions = ValuesExceptions.read();
    var findings = new TreeSet<String>();
    for (var component : components()) {
      var key = component.chart().key();
      var chart = Chart.read(charts, key);
      told(component)
          .forEach(
              setting ->
                  unknown(setting, chart, exceptions.paths(key, chart))
                      .forEach(path -> findings.add("%s: no %s".formatted(key, path))));
    }
    assertThat(findings).as("values that no chart has").isEmpty();
  }

  @Test
  void a_value_that_no_chart_has_is_found() {
    var chart = Chart.read(Settings.chartValues(), "harbor");
    assertThat(unknown(ChartSetting.told("/replicas", "core.replicas"), chart, new TreeSet<>()))
        .isEmpty();
    assertThat(unknown(ChartSetting.told("/replicas", "core.copies"), chart, new TreeSet<>()))
        .containsExactly("core.copies");
  }

  @Test
  void defaults_are_those_of_the_chart() {
    var charts = Settings.chartValues();
    var findings = new TreeSet<String>();
    for (var component : components()) {
      var key = component.chart().key();
      var values = Chart.read(charts, key).values();
      told(component)
          .forEach(
              setting ->
                  at(values, setting.path())
                      .filter(value -> !isSame(setting.otherwise(), value))
                      .ifPresent(
                          value ->
                              findings.add(
                                  "%s: %s is %s, not %s"
                                      .formatted(
                                          key, setting.path(), value, setting.otherwise()))));
    }
    assertThat(findings).as("defaults that are others in the chart").isEmpty();
  }

  private static Stream<ChartSetting> told(HelmComponent component) {
    return component.workloads().stream()
        .flatMap(ChartWorkload::allSettings)
        .filter(ChartSetting::isTold);
  }

  private static List<String> unknown(ChartSetting setting, Chart chart, Set<String> exceptions) {
    var values = JsonNodeFactory.instance.objectNode();
    var keys = setting.path().split("\\.");
    var node = values;
    for (int i = 0; i < keys.length - 1; i++) {
      node = node.putObject(keys[i]);
    }
    node.put(keys[keys.length - 1], 0);
    // Of charts that are not at hand, nothing can be said.
    return chart.absent().contains(keys[0])
        ? List.of()
        : ValuesCheck.unknownKeys(values, chart, exceptions).stream()
            .filter(path -> !READ_BY_TEMPLATES.contains(path))
            .toList();
  }

  private static Optional<JsonNode> at(JsonNode values, String path) {
    var node = values;
    for (var key : path.split("\\.")) {
      node = node.path(key);
    }
    return Optional.of(node).filter(each -> !each.isMissingNode());
  }

  // Upstream writes nothing in many ways, and a template may have a default behind the default.
  private static boolean isSame(JsonNode ours, JsonNode value) {
    return ours.equals(value)
        || value.isNull()
        || value.isTextual() && value.textValue().isEmpty()
        || value instanceof ObjectNode && value.isEmpty() && ours.isEmpty()
        || value.isArray() && value.isEmpty() && ours.isEmpty();
  }

  private static List<HelmComponent> components() {
    return Fleet.clusters().stream()
        .flatMap(cluster -> cluster.model().units().stream())
        .flatMap(unit -> unit.component().stream())
        .filter(HelmComponent.class::isInstance)
        .map(HelmComponent.class::cast)
        .toList();
  }
}

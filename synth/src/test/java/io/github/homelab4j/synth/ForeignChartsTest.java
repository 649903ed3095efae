package io.github.homelab4j.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Operator;
import io.github.homelab4j.example.Settings;
import io.github.homelab4j.example.Workload;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.App;
import org.cdk8s.AppProps;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Include;
import org.cdk8s.JsonPatch;
import org.cdk8s.Testing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.jsii.CallCounter;
import software.constructs.Construct;

/**
 * Our components and a user's own cdk8s charts live in one tree, either way round; and jsii is
 * crossed for each of them, not for each object.
 */
class ForeignChartsTest {
  @TempDir private Path out;

  @Test
  void a_users_own_chart_is_written_beside_our_components() {
    var homelab = new ExampleHomelab();
    new Operator(homelab.one(), "operator", Settings.none());
    chart(homelab.one(), "mine", 3);
    var synthesis = Synthesizer.synthesize(homelab);
    var unit = synthesis.cluster("one").unit("mine").orElseThrow();
    assertThat(unit.namespace()).isEqualTo("own");
    assertThat(unit.app().objects())
        .extracting(Emitted::kind)
        .containsExactly("ConfigMap", "ConfigMap", "ConfigMap");
    assertThat(synthesis.files().get("one").keySet())
        .contains("apps/own/mine/ks.yaml")
        .filteredOn(path -> path.startsWith("apps/own/mine/app/configmap-"))
        .hasSize(3);
    assertThat(synthesis.files().get("one").get("apps/own/kustomization.yaml"))
        .contains("./mine/ks.yaml");
  }

  @Test
  void what_a_users_chart_includes_is_written_with_it() throws IOException {
    var manifest =
        Files.writeString(
            out.resolve("included.yaml"),
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: included}, data: {key: value}}");
    var homelab = new ExampleHomelab();
    var chart = new Chart(homelab.one(), "mine", ChartProps.builder().namespace("own").build());
    Include.Builder.create(chart, "included").url(manifest.toString()).build();
    var objects = Synthesizer.synthesize(homelab).cluster("one").unit("mine").orElseThrow().app();
    assertThat(objects.objects())
        .singleElement()
        .returns("ConfigMap own/included", Emitted::describe)
        .extracting(object -> object.at("/data/key").asText())
        .isEqualTo("value");
  }

  @Test
  void a_chart_of_the_users_own_costs_the_same_calls_however_many_objects_it_has() {
    assertThat(callsToResolve(50)).isEqualTo(callsToResolve(2)).isLessThanOrEqualTo(12);
  }

  @Test
  void components_cost_one_call_each_and_objects_none() {
    int few = callsToBuildAndResolve(2, 1);
    assertThat(callsToBuildAndResolve(2, 200))
        .as("calls for two components with 200 instead of 1 widgets")
        .isEqualTo(few);
    assertThat(callsToBuildAndResolve(12, 1))
        .as("calls for ten components more")
        .isEqualTo(few + 10);
  }

  @Test
  void the_reported_calls_are_about_those_that_happen() {
    var homelab = new ExampleHomelab();
    int building = CallCounter.during(() -> components(homelab, 20, 1));
    int resolving =
        CallCounter.during(
            () -> assertThat(Resolver.resolve(homelab).jsiiCalls()).isBetween(20, 40));
    assertThat(building).isEqualTo(20);
    assertThat(resolving).isLessThan(10);
  }

  @Test
  void our_component_works_in_a_plain_cdk8s_app_beside_a_users_chart() throws IOException {
    var app = new App(AppProps.builder().outdir(out.toString()).build());
    new MetricsServer(app, "metrics-server", MetricsServerProps.builder().build());
    chart(app, "mine", 1);
    app.synth();
    assertThat(Files.readString(file("metrics-server")))
        .contains("kind: HelmRelease", "kind: HelmRepository", "replicas: 2");
    assertThat(Files.readString(file("mine")))
        .contains("kind: ConfigMap")
        .doesNotContain("HelmRelease");
  }

  @Test
  void cdk8s_prints_our_components_objects_as_our_engine_does() {
    var app = Testing.app();
    var component = new MetricsServer(app, "metrics-server", MetricsServerProps.builder().build());
    chart(app, "mine", 1);
    assertThat((Object) app.synthYaml())
        .asString()
        .contains("kind: HelmRelease")
        .contains("kind: ConfigMap");
    assertThat(component.toJson()).hasSameSizeAs(component.objects());
  }

  private Path file(String chart) throws IOException {
    try (var files = Files.list(out)) {
      return files
          .filter(path -> path.getFileName().toString().contains(chart))
          .findFirst()
          .orElseThrow();
    }
  }

  private static int callsToResolve(int objects) {
    var homelab = new ExampleHomelab();
    chart(homelab.one(), "mine", objects);
    return CallCounter.during(() -> Resolver.resolve(homelab));
  }

  private static int callsToBuildAndResolve(int components, int widgets) {
    var homelab = new ExampleHomelab();
    return CallCounter.during(
        () -> {
          components(homelab, components, widgets);
          Synthesizer.synthesize(homelab);
        });
  }

  private static void components(ExampleHomelab homelab, int count, int widgets) {
    new Operator(homelab.one(), "operator", Settings.none());
    for (int i = 1; i < count; i++) {
      new Workload(homelab.one(), "workload-" + i, Settings.none().widgets(widgets));
    }
  }

  private static Chart chart(Construct scope, String id, int objects) {
    var chart = new Chart(scope, id, ChartProps.builder().namespace("own").build());
    for (int i = 0; i < objects; i++) {
      new ApiObject(
              chart,
              "object-" + i,
              ApiObjectProps.builder()
                  .apiVersion("v1")
                  .kind("ConfigMap")
                  .metadata(ApiObjectMetadata.builder().name("object-" + i).build())
                  .build())
          .addJsonPatch(JsonPatch.add("/data", Map.of("n", "x" + i)));
    }
    return chart;
  }
}

package io.github.homelab4j.check.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.ValuesPatch;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.ingress.GatewayApi;
import io.github.homelab4j.ingress.GatewayApiProps;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import io.github.homelab4j.rule.ReferenceRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Include;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesResolveTest {
  private static final String ROUTE =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: outside}
      spec: {listeners: [{name: https}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: wiki}
      spec: {ports: [{name: http, port: 80}]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: wiki}
      spec:
        parentRefs: [{name: outside, sectionName: https}]
        rules: [{backendRefs: [{name: wiki, port: 80}]}]
      """;

  @TempDir private Path files;

  @Test
  void a_route_to_what_is_there_is_fine() throws IOException {
    assertThat(route(ROUTE)).isEmpty();
  }

  @Test
  void a_route_needs_its_gateway() throws IOException {
    assertThat(route(ROUTE.replace("parentRefs: [{name: outside", "parentRefs: [{name: outsid")))
        .containsExactly(
            "HTTPRoute own/wiki names Gateway own/outsid at spec.parentRefs, which cluster one does not have (it has outside): did you mean outside?");
  }

  @Test
  void a_route_needs_its_listener() throws IOException {
    assertThat(route(ROUTE.replace("sectionName: https", "sectionName: http")))
        .containsExactly(
            "HTTPRoute own/wiki names listener http of Gateway own/outside at spec.parentRefs, which has https: did you mean https?");
  }

  @Test
  void a_route_needs_its_service() throws IOException {
    assertThat(route(ROUTE.replace("backendRefs: [{name: wiki", "backendRefs: [{name: wikki")))
        .containsExactly(
            "HTTPRoute own/wiki names Service own/wikki at spec.rules.backendRefs, which cluster one does not have (it has wiki): did you mean wiki?");
  }

  @Test
  void a_storage_class_in_free_values_exists() {
    var typo = ValuesPatch.of().set("persistence.storageClass", "local-pth");
    assertThat(values(typo))
        .extracting(Finding::code, Finding::path)
        .containsExactly(tuple("REF_UNKNOWN", "one/metrics-server"));
    var typed =
        ValuesPatch.of().set("persistence.storageClass", StorageClassRef.external("local-path"));
    assertThat(values(typed)).isEmpty();
  }

  private static List<Finding> values(ValuesPatch patch) {
    var homelab = new ExampleHomelab();
    var props = MetricsServerProps.builder().metrics(false).extraValues(patch).build();
    new MetricsServer(homelab.one(), "metrics-server", props);
    return findings(homelab);
  }

  private List<String> route(String manifests) throws IOException {
    var homelab = new ExampleHomelab();
    new GatewayApi(homelab.one(), "gateway-api", GatewayApiProps.builder().build());
    var chart = new Chart(homelab.one(), "wiki", ChartProps.builder().namespace("own").build());
    var file = Files.writeString(files.resolve("wiki.yaml"), manifests);
    Include.Builder.create(chart, "wiki").url(file.toString()).build();
    return findings(homelab).stream().map(Finding::message).toList();
  }

  private static List<Finding> findings(ExampleHomelab homelab) {
    return Checks.run(Resolver.resolve(homelab)).findings().stream()
        .filter(finding -> finding.rule() instanceof ReferenceRule)
        .toList();
  }
}

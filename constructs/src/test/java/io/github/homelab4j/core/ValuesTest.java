package io.github.homelab4j.core;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

/** From records and patches to the values of a chart. */
class ValuesTest {
  private static final NamespaceRef HERE = NamespaceRef.of("kube-system");

  @Test
  void what_is_absent_or_empty_is_left_out_and_the_rest_keeps_its_order() {
    var values =
        new Values(
            "b",
            1,
            false,
            Optional.empty(),
            Optional.of("x"),
            List.of(),
            new TreeMap<>(),
            null,
            new Empty());
    assertThat(Json.tree(values))
        .hasToString("{\"zebra\":\"b\",\"ant\":1,\"off\":false,\"present\":\"x\",\"holder\":{}}");
  }

  @Test
  void typed_values_are_written_as_kubernetes_spells_them() {
    var storage = StorageClassRef.external("block");
    assertThat(
            Json.tree(
                new Typed(
                    Quantity.gi(1),
                    Port.of(80),
                    Duration.ofMinutes(90),
                    storage,
                    Compute.of(Quantity.millis(10), Quantity.mi(1)))))
        .hasToString(
            "{\"a-quantity\":\"1Gi\",\"port\":80,\"duration\":\"1h30m\",\"storage\":\"block\","
                + "\"compute\":{\"requests\":{\"cpu\":\"10m\",\"memory\":\"1Mi\"},\"limits\":{\"memory\":\"1Mi\"}}}");
  }

  @Test
  void maps_are_sorted_by_key() {
    assertThat(Json.tree(Map.of("m", Map.of("b", 1, "a", 2, "c", 3))))
        .hasToString("{\"m\":{\"a\":2,\"b\":1,\"c\":3}}");
  }

  @Test
  void a_patch_is_merged_last_and_a_dot_in_a_key_is_escaped() {
    var patch =
        ValuesPatch.of()
            .set("replicas", 5)
            .set("podAnnotations.example\\.org/a", "b")
            .set("args", List.of("--x"))
            .set("hostNetwork.enabled", true);
    assertThat(server(patch))
        .values()
        .has("/replicas", 5)
        .has("/podAnnotations/example.org~1a", "b")
        .has("/args/0", "--x")
        .has("/hostNetwork/enabled", true)
        .has("/metrics/enabled", true);
  }

  @Test
  void a_patch_keeps_what_it_was_made_from() {
    var first = ValuesPatch.of().set("a", 1);
    first.set("b", 2);
    assertThat(first.entries()).extracting(ValuesPatch.Entry::path).containsExactly("a");
    assertThat(ValuesPatch.of().set("a.b\\.c.d", 1).entries().get(0).keys())
        .containsExactly("a", "b.c", "d");
  }

  @Test
  void a_path_that_is_none_is_refused() {
    for (var path : List.of("", ".a", "a.", "a..b", "a b")) {
      assertThatExceptionOfType(InvalidPropsException.class)
          .isThrownBy(() -> ValuesPatch.of().set(path, 1))
          .withMessage(
              "'%s' is not a path of values: write keys joined by dots, as controller.replicas",
              path);
    }
  }

  @Test
  void a_secret_among_values_becomes_values_from() {
    var key = SecretRef.external("login", HERE).key("password");
    var server = server(ValuesPatch.of().set("auth.pass\\.word", key));
    assertThat(server)
        .resource("HelmRelease", "metrics-server")
        .has("/spec/valuesFrom/0/kind", "Secret")
        .has("/spec/valuesFrom/0/name", "login")
        .has("/spec/valuesFrom/0/valuesKey", "password")
        .has("/spec/valuesFrom/0/targetPath", "auth.pass\\.word")
        .hasNo("/spec/values/auth/pass.word");
  }

  @Test
  void a_release_gives_up_before_its_component_does() {
    assertThat(server(ValuesPatch.none()))
        .resource("HelmRelease", "metrics-server")
        .has("/spec/timeout", "4m30s")
        .has("/spec/releaseName", "metrics-server");
    assertThat(server(ValuesPatch.none()).timeout()).isEqualTo(Duration.ofMinutes(5));
  }

  private static MetricsServer server(ValuesPatch patch) {
    return new MetricsServer(
        new App(), "metrics-server", MetricsServerProps.builder().extraValues(patch).build());
  }

  record Values(
      String zebra,
      int ant,
      boolean off,
      Optional<String> absent,
      Optional<String> present,
      List<String> list,
      Map<String, String> map,
      String nothing,
      Empty holder) {}

  record Empty() {}

  record Typed(
      @JsonProperty("a-quantity") Quantity quantity,
      Port port,
      Duration duration,
      StorageClassRef storage,
      Compute compute) {}
}

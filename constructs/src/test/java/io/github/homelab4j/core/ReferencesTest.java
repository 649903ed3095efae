package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import io.github.homelab4j.unit.Hostname;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private final Component provider =
      new MetricsServer(new App(), "provider", MetricsServerProps.builder().build());
  private final StorageClassRef storage = StorageClassRef.providedBy(provider, "block");
  private final StoreItemRef item = SecretStoreRef.providedBy(provider, "vault").item("login");

  @Test
  void references_are_found_in_records_optionals_lists_and_maps_with_their_path() {
    var nested =
        new Nested(
            Optional.of(storage),
            List.of(new Leaf(storage, "x")),
            Map.of("data", storage),
            null,
            Hostname.of("a.org"));
    assertThat(paths(nested))
        .containsExactly(
            "optional storage class block",
            "list[0].ref storage class block",
            "map.data storage class block");
  }

  @Test
  void references_are_found_in_what_immutables_generated() {
    var props =
        MetricsServerProps.builder()
            .namespace(NamespaceRef.of("own"))
            .extraValues(ValuesPatch.of().set("storage", storage))
            .build();
    assertThat(paths(props))
        .contains("namespace namespace own", "extraValues.storage storage class block");
  }

  @Test
  void the_parts_of_a_reference_follow_it_under_the_same_path() {
    var database =
        new DatabaseRef(ServiceRef.providedBy(provider, "pooler", 5432, Map.of()), "harbor", item);
    assertThat(paths(new Holder(database)))
        .containsExactly(
            "ref database harbor at service kube-system/pooler:5432",
            "ref service kube-system/pooler:5432",
            "ref item login of secret store vault",
            "ref secret store vault");
  }

  @Test
  void a_provider_is_never_entered() {
    assertThat(paths(new Holder(storage))).containsExactly("ref storage class block");
    assertThat(paths(provider)).isEmpty();
    assertThat(paths("text")).isEmpty();
  }

  @Test
  void equal_references_are_equal_wherever_they_were_taken() {
    assertThat(StorageClassRef.providedBy(provider, "block"))
        .isEqualTo(storage)
        .hasSameHashCodeAs(storage);
    assertThat(StorageClassRef.external("block")).isNotEqualTo(storage);
  }

  @Test
  void a_reference_knows_the_line_where_it_was_taken() {
    assertThat(storage.provider().taken().file()).isEqualTo("ReferencesTest.java");
    assertThat(storage.provider().component()).containsSame(provider);
    assertThat(StorageClassRef.external("local-path").provider().component()).isEmpty();
  }

  @Test
  void references_describe_themselves() {
    assertThat(item.key("password").describe())
        .isEqualTo("property password of item login of secret store vault");
    assertThat(SecretRef.external("ca", NamespaceRef.of("kube-system")).key("tls.crt").describe())
        .isEqualTo("key tls.crt of secret kube-system/ca");
    assertThat(ServiceRef.providedBy(provider, "web", 80, 8080, Map.of()).http())
        .isEqualTo("http://web.kube-system.svc.cluster.local:80");
  }

  private static List<String> paths(Object value) {
    var found = new ArrayList<String>();
    References.visit(value, (path, ref) -> found.add(path + " " + ref.describe()));
    return found;
  }

  record Nested(
      Optional<Ref> optional,
      List<Leaf> list,
      Map<String, StorageClassRef> map,
      Ref nothing,
      Hostname hostname) {}

  record Leaf(Ref ref, String text) {}

  record Holder(Ref ref) {}
}

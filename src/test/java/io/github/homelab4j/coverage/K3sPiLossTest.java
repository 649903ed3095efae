package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Loss;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.query.Impact;
import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Need;
import io.github.homelab4j.query.Thing;
import io.github.homelab4j.query.Thing.Kind;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The failure paths of k3s-pi: what stops, and what goes on. */
class K3sPiLossTest {
  private static final Thing CLUSTER = new Thing(Kind.CLUSTER, "k3s-pi");

  private static Landscape landscape;

  @BeforeAll
  static void resolve() {
    landscape = Landscape.of(Resolver.resolve(new K3sPiHomelab()));
  }

  /** k3s-pi.md:854-858: "Impact: DNS Failure". */
  @Test
  void without_the_dns_of_node1_outer_names_do_not_resolve_and_images_are_not_pulled() {
    var hits = without("bind9");
    assertThat(words(hits, component("coredns")))
        .contains("names outside the cluster do not resolve");
    assertThat(words(hits, CLUSTER))
        .contains("new images are not pulled, as their names do not resolve");
    assertThat(loss(hits, CLUSTER)).isEqualTo(Loss.DEGRADES);
  }

  /** k3s-pi.md:860-865: "Impact: Vault Failure". */
  @Test
  void without_vault_new_secrets_do_not_come_and_new_certificates_fail() {
    var hits = without("vault");
    assertThat(loss(hits, component("vault-backend"))).isEqualTo(Loss.STALLS);
    assertThat(words(hits, component("letsencrypt-issuer")))
        .contains("new and changed secrets do not reach it");
    assertThat(words(hits, component("longhorn-ui"))).contains("new certificates are not signed");
    assertThat(hits).extracting(Impact.Hit::thing).doesNotContain(CLUSTER);
  }

  /** k3s-pi.md:867-871: "Impact: Cilium Failure". */
  @Test
  void without_cilium_nobody_reaches_a_service_and_the_cluster_stops() {
    var hits = without("cilium");
    assertThat(loss(hits, CLUSTER)).isEqualTo(Loss.STOPS);
    assertThat(words(hits, CLUSTER)).containsExactly("pods and Services reach nobody");
  }

  /** k3s-pi.md:873-877: "Impact: Longhorn Failure". */
  @Test
  void without_longhorn_nothing_new_is_provisioned_and_mounted_volumes_go_on() {
    var hits = without("longhorn");
    for (var stateful : List.of("prometheus", "alertmanager", "loki", "fluentd")) {
      assertThat(loss(hits, component(stateful))).as(stateful).isEqualTo(Loss.DEGRADES);
      assertThat(words(hits, component(stateful)))
          .as(stateful)
          .contains(
              "new volumes are not provisioned and pods that need one do not start, while mounted ones go on");
    }
  }

  /** k3s-pi.md:759: "Minio S3", "Optional: for backups". */
  @Test
  void without_minio_backups_are_not_made_and_nothing_stops() {
    var hits = without("minio");
    assertThat(hits)
        .extracting(Impact.Hit::thing)
        .contains(component("longhorn"), component("restic"))
        .doesNotContain(CLUSTER);
    assertThat(hits).noneMatch(hit -> hit.loss() == Loss.STOPS);
  }

  private static List<Impact.Hit> without(String name) {
    return Impact.of(landscape, component(name));
  }

  private static Thing component(String name) {
    return new Thing(Kind.COMPONENT, "k3s-pi/" + name);
  }

  private static Impact.Hit hit(List<Impact.Hit> hits, Thing thing) {
    return hits.stream()
        .filter(hit -> hit.thing().equals(thing))
        .findFirst()
        .orElseThrow(() -> new AssertionError("%s is not hit: %s".formatted(thing, hits)));
  }

  private static Loss loss(List<Impact.Hit> hits, Thing thing) {
    return hit(hits, thing).loss();
  }

  private static List<String> words(List<Impact.Hit> hits, Thing thing) {
    return hit(hits, thing).because().stream().map(Need::without).distinct().toList();
  }
}

package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Loss;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.query.Impact;
import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Need;
import io.github.homelab4j.query.Thing;
import io.github.homelab4j.query.Thing.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The five paths of k3s-pi.md:842-905, "What Breaks What?", step by step, as {@code mvn
 * homelab4j:impact} tells them.
 */
class PiFailurePathsTest {
  private static final Thing CLUSTER = new Thing(Kind.CLUSTER, Pi.CLUSTER);

  private final Landscape landscape = Landscape.of(PiSynthesis.resolution());

  /** k3s-pi.md:854-858: "can't resolve external names", "can't pull images", "degraded". */
  @Test
  void without_the_dns_server_of_node1_the_cluster_is_degraded() {
    var hits = without("bind9");
    assertThat(words(hit(hits, "coredns")))
        .containsExactly("names outside the cluster do not resolve");
    assertThat(words(hit(hits, CLUSTER)))
        .containsExactly("new images are not pulled, as their names do not resolve");
    assertThat(hit(hits, CLUSTER).loss()).isEqualTo(Loss.DEGRADES);
    assertThat(hits).noneMatch(hit -> hit.loss() == Loss.STOPS);
  }

  /** k3s-pi.md:860-865: "can't sync", "not created", "can't get Cloudflare token", "fail". */
  @Test
  void without_vault_new_secrets_do_not_come_and_new_certificates_fail() {
    var hits = without("vault");
    var store = hit(hits, "vault-backend");
    assertThat(words(store))
        .containsExactly("secrets are not read anew, and new ones are not made");
    var issuer = hit(hits, "letsencrypt-issuer");
    assertThat(issuer.because())
        .extracting(Need::what)
        .containsExactly(
            "property api_token of item certmanager/cloudflare of secret store vault-backend");
    assertThat(words(issuer)).containsExactly("new and changed secrets do not reach it");
    var page = hit(hits, "longhorn-ui");
    assertThat(words(page)).containsExactly("new certificates are not signed");
    assertThat(List.of(store, issuer, page)).extracting(Impact.Hit::steps).containsExactly(1, 2, 3);
    assertThat(hits).allMatch(hit -> hit.loss() == Loss.STALLS);
  }

  /** k3s-pi.md:867-871: "Pod networking breaks", "Services unreachable", "non-functional". */
  @Test
  void without_cilium_the_cluster_does_not_function() {
    var hits = without("cilium");
    var cluster = hit(hits, CLUSTER);
    assertThat(words(cluster)).containsExactly("pods and Services reach nobody");
    assertThat(cluster.loss()).isEqualTo(Loss.STOPS);
    assertThat(
            PiSynthesis.resolution().clusters().get(0).units().stream()
                .map(Unit::name)
                .filter(name -> !name.equals("cilium")))
        .hasSizeGreaterThan(30)
        .allMatch(name -> hit(hits, name).loss() == Loss.STOPS);
  }

  /** k3s-pi.md:873-877: "New PVCs", "Stateful apps can't start", "still work, degraded mode". */
  @Test
  void without_longhorn_nothing_new_is_provisioned_and_what_is_mounted_goes_on() {
    var hits = Impact.of(Landscape.of(PiWithApplication.resolution()), component("longhorn"));
    assertThat(List.of("pod-a", "pod-b", "pod-c", "prometheus", "alertmanager", "loki", "fluentd"))
        .allSatisfy(
            name -> {
              var hit = hit(hits, name);
              assertThat(hit.loss()).isEqualTo(Loss.DEGRADES);
              assertThat(words(hit))
                  .containsExactly(
                      "new volumes are not provisioned and pods that need one do not start, while mounted ones go on");
            });
    assertThat(hits)
        .filteredOn(hit -> hit.loss() == Loss.STOPS)
        .extracting(hit -> hit.thing().name())
        .containsExactlyInAnyOrder("k3s-pi/longhorn-ui", "longhorn.homelab.jacobgade.com");
  }

  /** k3s-pi.md:879-883: "GitOps stops", "No automatic deployments", "Existing apps still run". */
  @Test
  void without_flux_commits_are_not_applied_and_everything_goes_on() {
    var hits = without("flux");
    assertThat(hits).extracting(Impact.Hit::thing).containsExactly(CLUSTER);
    assertThat(hit(hits, CLUSTER).loss()).isEqualTo(Loss.STALLS);
    assertThat(words(hit(hits, CLUSTER)))
        .containsExactly("commits are not applied any more, what runs goes on");
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

  /** Nobody is said to fail because it merely starts after another. */
  @Test
  void an_order_of_starting_is_no_need() {
    assertThat(without("prometheus"))
        .extracting(hit -> hit.thing().name())
        .doesNotContain("k3s-pi/loki", "k3s-pi/istiod");
  }

  private List<Impact.Hit> without(String name) {
    return Impact.of(landscape, component(name));
  }

  private static Thing component(String name) {
    return new Thing(Kind.COMPONENT, Pi.CLUSTER + "/" + name);
  }

  private static Impact.Hit hit(List<Impact.Hit> hits, String name) {
    return hit(hits, component(name));
  }

  private static Impact.Hit hit(List<Impact.Hit> hits, Thing thing) {
    return hits.stream()
        .filter(hit -> hit.thing().equals(thing))
        .findFirst()
        .orElseThrow(() -> new AssertionError("%s is not hit".formatted(thing.describe())));
  }

  private static List<String> words(Impact.Hit hit) {
    return hit.because().stream()
        .map(Need::without)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }
}

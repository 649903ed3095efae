package io.github.homelab4j.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.query.Impact;
import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Need;
import io.github.homelab4j.query.Thing;
import io.github.homelab4j.query.Thing.Kind;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What breaks what, where everything of a cluster rests on the same few. */
class ImpactOfFoundationsTest {
  private static final Thing CLUSTER = new Thing(Kind.CLUSTER, "pi");

  private final Landscape landscape = Landscape.of(Resolver.resolve(new PiHomelab()));

  @Test
  void without_the_dns_server_images_are_not_pulled_and_the_cluster_works_in_part() {
    var hits = without("bind");
    assertThat(hit(hits, "coredns").loss()).isEqualTo(Loss.DEGRADES);
    assertThat(words(hit(hits, "coredns")))
        .containsExactly("names outside the cluster do not resolve");
    var cluster = hit(hits, CLUSTER);
    assertThat(cluster.loss()).isEqualTo(Loss.DEGRADES);
    assertThat(words(cluster))
        .containsExactly("new images are not pulled, as their names do not resolve");
    assertThat(hits).noneMatch(hit -> hit.loss() == Loss.STOPS);
  }

  @Test
  void a_cluster_works_in_part_as_soon_as_what_it_rests_on_does() {
    var plan = new PiPlan();
    var more =
        new PiHomelab(
            pi -> {
              var mirror = new Piece.Program(pi, "mirror", List.of(plan.keeper));
              var images =
                  HostServiceRef.providedBy(
                      mirror, plan.keeper, plan.keeper.service("vault"), Loss.DEGRADES);
              new Piece.Distribution(pi, "more-machines", pi.plan().nodes(), images);
            });
    var hits = Impact.of(Landscape.of(Resolver.resolve(more)), component("mirror"));
    assertThat(hits)
        .extracting(Impact.Hit::thing, Impact.Hit::steps, Impact.Hit::loss)
        .containsExactly(
            tuple(component("more-machines"), 1, Loss.DEGRADES), tuple(CLUSTER, 2, Loss.DEGRADES));
  }

  @Test
  void without_the_vault_new_secrets_do_not_come_and_new_certificates_fail() {
    var hits = without("vault");
    assertThat(words(hit(hits, "vault-store"))).containsExactly("secrets are not read");
    assertThat(hit(hits, "letsencrypt").loss()).isEqualTo(Loss.STALLS);
    assertThat(words(hit(hits, "letsencrypt"))).contains("new and changed secrets do not reach it");
    assertThat(hit(hits, "wildcard").loss()).isEqualTo(Loss.STALLS);
    assertThat(words(hit(hits, "wildcard"))).contains("new certificates are not signed");
    assertThat(List.of(hit(hits, "vault-store"), hit(hits, "letsencrypt"), hit(hits, "wildcard")))
        .extracting(Impact.Hit::steps)
        .containsExactly(1, 2, 3);
    assertThat(hits).noneMatch(hit -> hit.thing().equals(CLUSTER));
  }

  @Test
  void without_the_network_the_cluster_stops_and_all_that_runs_in_it() {
    var hits = without("cilium");
    assertThat(hit(hits, CLUSTER).loss()).isEqualTo(Loss.STOPS);
    assertThat(words(hit(hits, CLUSTER))).containsExactly("pods and Services reach nobody");
    assertThat(List.of("coredns", "cert-manager", "wiki", "flux"))
        .allSatisfy(id -> assertThat(hit(hits, id).loss()).isEqualTo(Loss.STOPS));
  }

  @Test
  void without_storage_nothing_new_is_provisioned_and_what_is_mounted_goes_on() {
    var hits = without("longhorn");
    assertThat(hits).extracting(Impact.Hit::thing).containsExactly(component("wiki"));
    assertThat(hit(hits, "wiki").loss()).isEqualTo(Loss.DEGRADES);
    assertThat(words(hit(hits, "wiki")))
        .containsExactly(
            "new volumes are not provisioned and pods that need one do not start, while mounted ones go on");
  }

  @Test
  void without_flux_nothing_stops() {
    var hits = without("flux");
    assertThat(hit(hits, CLUSTER).loss()).isEqualTo(Loss.STALLS);
    assertThat(words(hit(hits, CLUSTER)))
        .containsExactly("commits are not applied any more, what runs goes on");
    assertThat(hits).extracting(Impact.Hit::thing).containsExactly(CLUSTER);
  }

  @Test
  void without_its_operator_flux_goes_on_applying() {
    assertThat(without("flux-operator"))
        .extracting(Impact.Hit::thing)
        .containsExactly(component("flux"));
  }

  @Test
  void a_secret_store_that_fails_in_one_cluster_leaves_that_of_another_alone() {
    var both = Landscape.of(Resolver.resolve(new InfraAppsHomelab()));
    var hits = Impact.of(both, new Thing(Kind.COMPONENT, "apps/onepassword"));
    assertThat(hits)
        .extracting(hit -> hit.thing().name())
        .contains("apps/gitlab")
        .noneMatch(name -> name.startsWith("infra/"));
  }

  private List<Impact.Hit> without(String id) {
    return Impact.of(landscape, component(id));
  }

  private static Thing component(String id) {
    return new Thing(Kind.COMPONENT, "pi/" + id);
  }

  private static Impact.Hit hit(List<Impact.Hit> hits, String id) {
    return hit(hits, component(id));
  }

  private static Impact.Hit hit(List<Impact.Hit> hits, Thing thing) {
    return hits.stream().filter(hit -> hit.thing().equals(thing)).findFirst().orElseThrow();
  }

  private static List<String> words(Impact.Hit hit) {
    return hit.because().stream()
        .map(Need::without)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }
}

package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.query.Impact;
import io.github.homelab4j.query.Landscape;
import io.github.homelab4j.query.Need;
import io.github.homelab4j.query.Thing;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.stacks.k3spi.K3sPiPlan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * How k3s-pi is deployed. Its document layers Kustomize bases and overlays and fills in variables
 * of a ConfigMap; here the stack is the base, the plan the variables, and what is written final.
 */
class PiGitOpsTest {
  private static final Landscape PI = Landscape.of(Resolver.resolve(new K3sPiHomelab()));

  private final FleetCluster pi = Fleet.cluster("k3s-pi");

  @Test
  void flux_looks_at_the_repository_every_1_minute() {
    assertThat(new K3sPiPlan().git().interval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(ofFlux("GitRepository"))
        .extracting(git -> git.at("/spec/interval").asText(), git -> git.at("/spec/url").asText())
        .containsExactly(tuple("1m", "https://github.com/JacobCGade/homelab"));
  }

  @Test
  void flux_watches_the_folder_of_the_cluster_and_nothing_else() {
    assertThat(ofFlux("Kustomization"))
        .isNotEmpty()
        .allSatisfy(
            kustomization ->
                assertThat(kustomization.at("/spec/path").asText())
                    .startsWith("./clusters/k3s-pi/"));
  }

  @Test
  void each_component_has_a_kustomization_of_flux_in_the_file_that_its_namespace_lists() {
    assertThat(pi.model().units())
        .isNotEmpty()
        .allSatisfy(
            unit -> {
              var folder = "apps/%s/%s".formatted(unit.namespace(), unit.name());
              assertThat(pi.files()).containsKey(folder + "/ks.yaml");
              assertThat(ofFlux("Kustomization"))
                  .anyMatch(kustomization -> kustomization.name().equals(unit.name()));
              // The document's infra/kustomization.yaml, which lists myapp-app.yaml and the like.
              assertThat(pi.files().get("apps/%s/kustomization.yaml".formatted(unit.namespace())))
                  .contains("./%s/ks.yaml".formatted(unit.name()));
            });
    assertThat(pi.model().units()).extracting(Unit::name).doesNotHaveDuplicates();
  }

  /** In place of base/ and overlays/prod/: folders of Kustomize list files, and change none. */
  @Test
  void no_folder_is_an_overlay_of_another() {
    assertThat(pi.files().keySet())
        .noneMatch(file -> file.contains("/overlays/") || file.contains("/base/"));
    assertThat(
            pi.manifests().stream()
                .filter(manifest -> manifest.group().equals("kustomize.config.k8s.io"))
                .map(Manifest::tree))
        .isNotEmpty()
        .allSatisfy(
            tree ->
                assertThat(tree.fieldNames())
                    .toIterable()
                    .containsExactly("apiVersion", "kind", "resources"));
  }

  /** In place of the ConfigMap cluster-settings, in cluster-settings.yaml. */
  @Test
  void nothing_is_left_for_flux_to_fill_in_and_the_domain_comes_from_the_plan() {
    assertThat(ofFlux("Kustomization"))
        .allSatisfy(
            kustomization ->
                assertThat(kustomization.at("/spec/postBuild").isMissingNode()).isTrue());
    assertThat(pi.files().keySet()).noneMatch(file -> file.endsWith("cluster-settings.yaml"));
    assertThat(pi.objects()).noneMatch(object -> object.name().equals("cluster-settings"));
    assertThat(pi.files().values()).noneMatch(text -> text.contains("CLUSTER_DOMAIN"));
    var domain = new K3sPiPlan().domain().name();
    assertThat(
            pi.objects()
                .filter(object -> object.kind().equals("Ingress"))
                .flatMap(ingress -> elements(ingress.at("/spec/rules")))
                .map(rule -> rule.path("host").asText()))
        .isNotEmpty()
        .allSatisfy(host -> assertThat(host).endsWith("." + domain));
  }

  @Test
  void without_flux_nothing_is_deployed_by_itself_and_what_runs_goes_on() {
    var hits = without("flux");
    assertThat(hits).extracting(Impact.Hit::loss).containsExactly(Loss.STALLS);
    assertThat(words(hits.get(0)))
        .containsExactly("commits are not applied any more, what runs goes on");
  }

  @Test
  void without_vault_secrets_are_not_synced_and_new_certificates_fail() {
    var hits = without("vault");
    assertThat(words(hit(hits, "vault-backend")))
        .containsExactly("secrets are not read anew, and new ones are not made");
    assertThat(hit(hits, "letsencrypt-issuer").loss()).isEqualTo(Loss.STALLS);
    assertThat(words(hit(hits, "letsencrypt-issuer")))
        .contains("new and changed secrets do not reach it");
    assertThat(words(hit(hits, "longhorn-ui"))).contains("new certificates are not signed");
  }

  private Stream<Manifest> ofFlux(String kind) {
    return pi.objects()
        .filter(object -> object.kind().equals(kind) && object.group().contains("fluxcd"));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static List<Impact.Hit> without(String id) {
    return Impact.of(PI, new Thing(Thing.Kind.COMPONENT, "k3s-pi/" + id));
  }

  private static Impact.Hit hit(List<Impact.Hit> hits, String id) {
    return hits.stream()
        .filter(hit -> hit.thing().name().equals("k3s-pi/" + id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(Impact.Hit hit) {
    return hit.because().stream()
        .map(Need::without)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }
}

package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.Manifest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the order of bootstrap asks of what Flux applies; BootstrapFilesTest has its commands. */
class BootstrapTest {
  private static final List<String> BEFORE_FLUX = List.of("kube-system", "flux-system");
  private static final Set<String> DEFINITIONS = Set.of("gateway-api", "prometheus-operator-crds");
  private static final Set<String> CORE =
      Set.of(
          "cilium",
          "coredns",
          "spegel",
          "cert-manager",
          "external-secrets",
          "flux-operator",
          "flux");

  /** infra-apps.md:136 and 167: "CRDs exist before resources", by what installs each. */
  @ParameterizedTest
  @CsvSource({
    "cert-manager.io, cert-manager",
    "external-secrets.io, external-secrets",
    "operator.victoriametrics.com, victoria-metrics-operator",
    "gateway.networking.k8s.io, gateway-api"
  })
  @Invariant(value = 41, lines = "136, 147-153, 167")
  void resources_wait_for_the_definitions_of_their_kind(String group, String installer) {
    for (var cluster : List.of(Lab.INFRA, Lab.APPS)) {
      var graph = Graph.of(cluster);
      assertThat(Fleet.cluster(cluster).objects().filter(object -> object.group().equals(group)))
          .as("resources of %s in %s", group, cluster)
          .isNotEmpty()
          .allSatisfy(
              object ->
                  assertThat(graph.before(graph.ownerOf(object)))
                      .as("what is ready before %s", object)
                      .contains(installer));
      assertThat(
              Fleet.cluster(cluster)
                  .objects()
                  .filter(object -> object.group().equals(group))
                  .map(graph::ownerOf))
          .as("resources of %s beside what installs it", group)
          .doesNotContain(installer);
    }
  }

  /** infra-apps.md:139-163: definitions come in phase 1, the core in phase 2, the rest after it. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 42, lines = "139-163")
  void no_phase_waits_for_a_later_one(String cluster) {
    var graph = Graph.of(cluster);
    for (var name : DEFINITIONS) {
      assertThat(graph.before(name)).as("before %s", name).isSubsetOf(DEFINITIONS);
    }
    var coreAndBefore = new TreeSet<>(CORE);
    coreAndBefore.addAll(DEFINITIONS);
    for (var name : CORE) {
      assertThat(graph.before(name)).as("before %s", name).isSubsetOf(coreAndBefore);
    }
    assertThat(graph.before("cilium")).contains("gateway-api");
  }

  /** infra-apps.md:141: "Namespaces"; the root applies them, before any component. */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 43, lines = "139-152")
  void namespaces_are_there_before_any_component(String cluster) {
    var graph = Graph.of(cluster);
    var namespaces =
        Fleet.cluster(cluster).objects().filter(each -> each.kind().equals("Namespace")).toList();
    assertThat(namespaces).isNotEmpty().allMatch(each -> graph.ownerOf(each).equals("apps"));
    var known = namespaces.stream().map(Manifest::name).collect(Collectors.toSet());
    assertThat(
            Fleet.cluster(cluster)
                .objects()
                .map(Manifest::namespace)
                .filter(name -> !name.isEmpty() && !BEFORE_FLUX.contains(name)))
        .isNotEmpty()
        .allMatch(known::contains);
  }

  /**
   * infra-apps.md:142-143: "Initial secrets", "1Password token": nothing in the tree makes them.
   */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 43, lines = "139-152")
  void the_token_of_1password_comes_from_outside_the_tree(String cluster) {
    var token =
        Lab.object(cluster, "ClusterSecretStore onepassword")
            .at("/spec/provider/onepassword/auth/secretRef/connectTokenSecretRef");
    assertThat(token.path("name").asText()).isEqualTo("onepassword-connect");
    assertThat(
            Fleet.cluster(cluster)
                .objects()
                .filter(each -> each.namespace().equals(token.path("namespace").asText()))
                .filter(each -> List.of("Secret", "ExternalSecret").contains(each.kind())))
        .isEmpty();
    assertThat(
            Fleet.cluster(cluster)
                .objects()
                .filter(each -> each.kind().equals("Kustomization"))
                .map(each -> each.at("/spec/decryption/secretRef/name").asText("sops-age")))
        .containsOnly("sops-age");
  }

  /** infra-apps.md:149-150: "Cilium CNI" and "CoreDNS" are ours, in place of those of Talos. */
  @Test
  @Invariant(value = 44, lines = "149-150")
  void cilium_and_coredns_stand_in_the_place_of_those_of_talos() {
    for (var cluster : List.of(Lab.INFRA, Lab.APPS)) {
      var dns = Lab.value(cluster, "kube-system/coredns", "");
      assertThat(dns.at("/service/name").asText()).isEqualTo("kube-dns");
      assertThat(dns.at("/service/clusterIP").asText())
          .isEqualTo(Lab.plan(cluster).services().nth(10).text());
      assertThat(Lab.value(cluster, "kube-system/cilium", "/kubeProxyReplacement").asBoolean())
          .isTrue();
    }
  }
}

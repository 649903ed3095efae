package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How infra-apps follows its repository. */
class GitOpsTest {
  // They take calls from outside, or write to the repository.
  private static final List<String> PUSHING =
      List.of("Receiver", "ImageUpdateAutomation", "Bucket", "Application", "ApplicationSet");

  /** infra-apps.md:9 and 59: "All cluster state is defined in Git and reconciled by Flux CD". */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 38, lines = "9, 59")
  void everything_is_reconciled_from_the_repository(String cluster) {
    var graph = Graph.of(cluster);
    assertThat(graph.kustomizations())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            each -> {
              assertThat(each.at("/spec/sourceRef/kind").asText()).isEqualTo("GitRepository");
              assertThat(each.at("/spec/sourceRef/name").asText()).isEqualTo("flux-system");
            });
    assertThat(Fleet.cluster(cluster).objects())
        .allSatisfy(object -> assertThat(graph.ownerOf(object)).isNotEmpty());
  }

  /** infra-apps.md:100 and 679: "Pull-based security model". */
  @Test
  @Invariant(value = 39, lines = "100, 679")
  void flux_pulls_and_nothing_pushes() {
    assertThat(Lab.objects("GitRepository"))
        .extracting(source -> source.at("/spec/url").asText())
        .allMatch(url -> url.startsWith("https://github.com/"));
    assertThat(Lab.objects("objects", object -> true))
        .extracting(Manifest::kind)
        .doesNotContainAnyElementsOf(PUSHING);
    assertThat(Lab.objects("HTTPRoute"))
        .extracting(Manifest::namespace)
        .doesNotContain("flux-system");
  }

  /** infra-apps.md:549-551: "Main Branch", "interval: 10m". */
  @Test
  @Invariant(value = 40, lines = "549-551")
  void flux_follows_main_every_ten_minutes() {
    assertThat(
            Lab.objects(
                "roots",
                object ->
                    object.kind().equals("GitRepository") && object.name().equals("flux-system")))
        .hasSize(2)
        .allSatisfy(
            root -> {
              assertThat(root.at("/spec/ref/branch").asText()).isEqualTo("main");
              assertThat(root.at("/spec/interval").asText()).isEqualTo("10m");
            });
  }

  /** infra-apps.md:681: "Easy RBAC per Kustomization". */
  @Test
  @Invariant(value = 45, lines = "681")
  void applications_are_reconciled_with_the_rights_of_their_namespace() {
    var graph = Graph.of(Lab.APPS);
    for (var namespace : List.of("gitlab", "gitlab-runner", "harbor", "kafka", "arc-runners")) {
      var account = "reconciler-" + namespace;
      assertThat(
              graph.kustomizations().stream()
                  .filter(
                      each -> each.at("/spec/path").asText().contains("/apps/" + namespace + "/")))
          .as("Kustomizations of namespace %s", namespace)
          .isNotEmpty()
          .allMatch(each -> each.at("/spec/serviceAccountName").asText().equals(account));
      Lab.object(Lab.APPS, "ServiceAccount flux-system/" + account);
      var binding = Lab.object(Lab.APPS, "RoleBinding %s/flux-reconciler".formatted(namespace));
      assertThat(binding.at("/subjects").findValuesAsText("name")).contains(account);
    }
    assertThat(
            Lab.objects("RBAC of the cluster", object -> object.kind().endsWith("RoleBinding"))
                .stream()
                .filter(object -> object.kind().equals("ClusterRoleBinding"))
                .flatMap(object -> object.at("/subjects").findValuesAsText("name").stream()))
        .noneMatch(name -> name.startsWith("reconciler-"));
  }
}

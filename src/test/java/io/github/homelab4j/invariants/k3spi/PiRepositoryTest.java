package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.fleet.Settings;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.invariants.Graph;
import io.github.homelab4j.invariants.Invariant;
import io.github.homelab4j.owners.ChangedPlan;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.synth.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How k3s-pi follows its repository. The document's folders and variables are others than ours: the
 * README says, under "The reference homelabs", what takes the place of what.
 */
class PiRepositoryTest {
  @TempDir private Path scratch;

  /** k3s-pi.md:278 and 282: "github.com/JacobCGade/homelab", "master", "every 1 minute". */
  @Test
  @Invariant(value = 32, lines = "278, 282, 284")
  void flux_follows_master_every_minute() {
    assertThat(Pi.objects("GitRepository"))
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.at("/spec/url").asText())
                  .isEqualTo("https://github.com/JacobCGade/homelab");
              assertThat(source.at("/spec/ref/branch").asText()).isEqualTo("master");
              assertThat(source.at("/spec/interval").asText()).isEqualTo("1m");
            });
  }

  /** k3s-pi.md:281 and 284: "flux-system namespace", "GitRepository: flux-system". */
  @Test
  @Invariant(value = 33, lines = "281, 284")
  void its_repository_is_called_flux_system() {
    assertThat(Pi.objects("GitRepository"))
        .extracting(Manifest::describe)
        .containsExactly("GitRepository flux-system/flux-system");
  }

  /** k3s-pi.md:364: "FluxCD watches clusters/prod/": here its folder is clusters/k3s-pi. */
  @Test
  @Invariant(value = 34, lines = "288, 364")
  void flux_watches_the_folder_of_the_cluster() {
    assertThat(Pi.object("Kustomization flux-system/flux-system").at("/spec/path").asText())
        .isEqualTo("./clusters/k3s-pi/flux");
    assertThat(Pi.object("Kustomization flux-system/apps").at("/spec/path").asText())
        .isEqualTo("./clusters/k3s-pi/apps");
    var graph = Graph.of(Pi.CLUSTER);
    assertThat(Pi.cluster().objects())
        .allSatisfy(object -> assertThat(graph.ownerOf(object)).isNotEmpty());
  }

  /**
   * k3s-pi.md:289-290: "myapp-app.yaml", "platform/myapp/app/overlays/prod/": here apps/(its
   * namespace)/(its name)/ks.yaml, and the folder beside it.
   */
  @Test
  @Invariant(value = 35, lines = "289-290, 366-367")
  void each_component_has_one_file_with_its_kustomizations_which_point_to_its_folder() {
    assertThat(Pi.cluster().model().units())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            unit -> {
              var folder = folder(unit);
              assertThat(Pi.cluster().manifests())
                  .filteredOn(each -> each.file().equals(folder + "/ks.yaml"))
                  .isNotEmpty()
                  .allSatisfy(
                      each ->
                          assertThat(each.at("/spec/path").asText())
                              .startsWith("./clusters/k3s-pi/%s/".formatted(folder)));
            });
    assertThat(
            Pi.cluster().files().keySet().stream()
                .filter(path -> path.endsWith("/ks.yaml"))
                .collect(Collectors.toSet()))
        .isEqualTo(
            Pi.cluster().model().units().stream()
                .map(unit -> folder(unit) + "/ks.yaml")
                .collect(Collectors.toSet()));
  }

  /**
   * k3s-pi.md:348-349: "base/", "overlays/prod/": here the result of both, in app/ (and config/).
   */
  @Test
  @Invariant(value = 36, lines = "345-349, 356-360")
  void the_folder_of_a_component_holds_what_is_applied_without_base_and_overlays() {
    assertThat(Pi.cluster().files().keySet())
        .noneMatch(path -> path.contains("/base/") || path.contains("/overlays/"));
    assertThat(Pi.cluster().model().units())
        .allSatisfy(
            unit ->
                assertThat(Pi.cluster().files().keySet())
                    .anyMatch(
                        path -> path.matches(folder(unit) + "/(app|config)/kustomization.yaml")));
    assertThat(Pi.cluster().manifests())
        .filteredOn(each -> each.file().matches("apps/.*/(app|config)/kustomization.yaml"))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            each ->
                assertThat(each.tree().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("apiVersion", "kind", "resources"));
  }

  /** k3s-pi.md:294: "cluster-settings ConfigMap", "CLUSTER_DOMAIN": here nothing is filled in. */
  @Test
  @Invariant(value = 37, lines = "294, 343")
  void no_variable_is_left_for_flux() {
    assertThat(Pi.objects("Kustomization"))
        .allMatch(each -> each.at("/spec/postBuild").isMissingNode());
    assertThat(Pi.cluster().objects())
        .noneMatch(object -> object.describe().contains("cluster-settings"))
        .allSatisfy(
            object ->
                assertThat(object.tree().toString()).doesNotContainPattern("\\$\\{[A-Z_]+\\}"));
  }

  /** k3s-pi.md:343: "cluster-settings.yaml": here the plan, whose domain is everybody's. */
  @Test
  @Invariant(value = 37, lines = "294, 343")
  void the_domain_stands_in_the_plan_and_nowhere_else() throws Exception {
    var moved =
        Synthesizer.synthesize(
                ChangedPlan.of(
                    K3sPiHomelab.class,
                    "Hostname.of(\"homelab.jacobgade.com\")",
                    "Hostname.of(\"lab.jacobgade.com\")",
                    scratch))
            .files()
            .get(Pi.CLUSTER);
    assertThat(moved.get("apps/kube-system/hubble/app/ingress.yaml"))
        .contains("host: hubble.lab.jacobgade.com");
    assertThat(moved)
        .allSatisfy(
            (path, text) ->
                // The name in an owner's own SSH key is a comment of it.
                assertThat(text.replace("owner@homelab.jacobgade.com", ""))
                    .as(path)
                    .doesNotContain("homelab.jacobgade.com"));
  }

  /** What k3s-pi.md:288-295 and 338-360 name; the README has a line for each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "`clusters/prod/`",
        "`infra/kustomization.yaml`",
        "`<name>-app.yaml`",
        "`overlays/prod/`",
        "`cluster-settings` with `CLUSTER_DOMAIN`"
      })
  @Invariant(value = 36, lines = "345-349, 356-360")
  void the_readme_says_what_takes_the_place_of_what(String theirs) throws IOException {
    assertThat(Files.readString(Settings.sources().resolve("README.md")).lines())
        .filteredOn(line -> line.startsWith("|") && line.contains(theirs))
        .singleElement()
        .asString()
        .containsAnyOf("apps/", "K3sPiPlan");
  }

  private static String folder(Unit unit) {
    return "apps/%s/%s".formatted(unit.namespace(), unit.name());
  }
}

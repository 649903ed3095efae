package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.synth.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What brings a cluster up before Flux does what Flux will do, and nothing else. */
class BootstrapFilesTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern INSTALL =
      Pattern.compile(
          "helm upgrade --install (\\S+) (\\S+) \\\\\\n +(?:--repo=(\\S+) )?--version=(\\S+) --namespace=(\\S+) --values=values/(\\S+)\\.yaml");

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void values_are_those_of_the_release(FleetCluster cluster) throws IOException {
    var compared = new ArrayList<String>();
    for (var path : cluster.files().keySet()) {
      if (path.startsWith("bootstrap/values/")) {
        var name = path.replaceFirst(".*/", "").replaceFirst("\\.yaml$", "");
        assertThat(YAML.readTree(cluster.files().get(path)))
            .as(path)
            .isEqualTo(values(release(cluster, name)));
        compared.add(name);
      }
    }
    assertThat(compared).contains("cilium", "coredns", "flux-operator");
  }

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void releases_have_the_name_place_chart_and_version_that_flux_gives_them(FleetCluster cluster) {
    var installs = INSTALL.matcher(justfile(cluster)).results().toList();
    assertThat(installs).hasSizeGreaterThanOrEqualTo(3);
    for (var install : installs) {
      var release = release(cluster, install.group(6));
      assertThat(install.group(1)).isEqualTo(release.at("/spec/releaseName").asText());
      assertThat(install.group(5)).isEqualTo(release.at("/metadata/namespace").asText());
      assertThat(List.of(install.group(2), install.group(4)))
          .isEqualTo(chart(cluster, release, install.group(3)));
    }
    assertThat(justfile(cluster).lines().filter(line -> line.contains("helm template")))
        .as("releases are never rendered and applied: only definitions are")
        .hasSameSizeAs(
            justfile(cluster).lines().filter(line -> line.contains("--include-crds")).toList());
  }

  /** Hubble's relay looks for agents by name, and cluster DNS comes after the network. */
  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void the_network_is_not_waited_for_by_pods_that_ask_for_names(FleetCluster cluster) {
    var recipes = justfile(cluster);
    var network =
        recipes.substring(
            recipes.indexOf("\ninstall-cilium:"), recipes.indexOf("\ninstall-coredns:"));
    assertThat(network)
        .contains("rollout status daemonset/cilium ", "rollout status deployment/cilium-operator ")
        .doesNotContain("hubble", "clustermesh");
    assertThat(recipes).contains("rollout status deployment/coredns ");
  }

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void every_phase_has_a_recipe_and_a_section(FleetCluster cluster) {
    var page = cluster.files().get("bootstrap/README.md");
    for (var phase : List.of("-1", "0", "1", "2", "3")) {
      var recipe =
          page.lines()
              .filter(line -> line.startsWith("| %s | `just ".formatted(phase)))
              .map(line -> line.replaceFirst(".*`just ([a-z-]+)`.*", "$1"))
              .findFirst()
              .orElseThrow();
      assertThat(justfile(cluster))
          .containsPattern("(?m)^# Phase %s: .*\\n%s:".formatted(phase, recipe));
      assertThat(page).contains("\n## Phase %s: ".formatted(phase)).contains("To check: `");
      assertThat(cluster.files().get("bootstrap/RECOVERY.md"))
          .contains("`just %s`".formatted(recipe));
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void files_that_recipes_name_are_there(FleetCluster cluster) {
    var named =
        Pattern.compile("=(?:\\.\\./(\\S+)|(values/\\S+))")
            .matcher(justfile(cluster))
            .results()
            .map(found -> found.group(1) == null ? "bootstrap/" + found.group(2) : found.group(1))
            .map(path -> path.endsWith(".yaml") ? path : path + "/kustomization.yaml")
            .toList();
    assertThat(named).isNotEmpty().allMatch(cluster.files()::containsKey);
  }

  /** infra-apps.md:147-155, and Flux last. */
  @Test
  void the_core_of_infra_apps_is_that_of_its_document() {
    for (var id : List.of("infra", "apps")) {
      var cluster = Fleet.cluster(id);
      assertThat(after(cluster, "core"))
          .containsExactly(
              "install-cilium",
              "install-coredns",
              "install-spegel",
              "install-external-secrets",
              "install-cert-manager",
              "install-flux-operator",
              "install-flux");
      assertThat(after(cluster, "definitions"))
          .contains(
              "define-cert-manager",
              "define-external-secrets",
              "define-victoria-metrics-operator",
              "define-gateway-api")
          .startsWith("define-prometheus-operator-crds");
      assertThat(after(cluster, "all"))
          .containsExactly("tools", "machines", "prerequisites", "definitions", "core", "takeover");
    }
  }

  @Test
  void a_secret_without_a_file_is_named_and_one_with_a_file_decrypted(@TempDir Path secrets)
      throws IOException {
    var without = Fleet.cluster("infra");
    assertThat(without.files().get("bootstrap/README.md"))
        .contains(
            "| kube-system/cilium-ca |  | cilium | **missing**: `secrets/infra/cilium-ca.sops.yaml` |")
        .contains(
            "| external-secrets/onepassword-connect | `1password-credentials.json`, `token` | onepassword, onepassword-connect | **missing**");
    assertThat(justfile(without)).contains("secret kube-system cilium-ca '' || missing=1");

    Files.writeString(
        Files.createDirectories(secrets.resolve("infra")).resolve("ca.sops.yaml"),
        """
        apiVersion: v1
        kind: Secret
        metadata:
            name: cilium-ca
            namespace: kube-system
        data:
            ca.crt: ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]
        sops:
            mac: ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]
        """);
    var files =
        Synthesizer.synthesize(new InfraAppsHomelab(), Optional.of(secrets), new Timings())
            .files()
            .get("infra");
    assertThat(files.get("bootstrap/README.md"))
        .contains("[apps/kube-system/ca.sops.yaml](../apps/kube-system/ca.sops.yaml)");
    assertThat(files.get("bootstrap/justfile"))
        .contains("secret kube-system cilium-ca ../apps/kube-system/ca.sops.yaml || missing=1");
  }

  /** infra-apps.md:576-593. */
  @Test
  void recovery_names_backups_and_what_has_none() {
    assertThat(Fleet.cluster("infra").files().get("bootstrap/RECOVERY.md"))
        .containsSubsequence(
            "branch `main`",
            "### postgres",
            "PostgresRecovery.latest(\"postgres\")",
            "## Bootstrap",
            "Without a copy elsewhere",
            "rook-ceph-cluster");
    assertThat(Fleet.cluster("apps").files().get("bootstrap/RECOVERY.md"))
        .containsSubsequence("## Bootstrap", "### gitlab", "gitlab-backups");
  }

  /** The export of Ceph's connection is done by hand. */
  @Test
  void what_is_done_by_hand_is_told_after_the_phases() {
    assertThat(Fleet.cluster("apps").files().get("bootstrap/README.md"))
        .containsSubsequence("## Phase 3", "## By hand", "create-external-cluster-resources.py");
  }

  private static List<String> after(FleetCluster cluster, String recipe) {
    return justfile(cluster)
        .lines()
        .filter(line -> line.startsWith(recipe + ": "))
        .map(line -> List.of(line.substring(recipe.length() + 2).split(" ")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> chart(FleetCluster cluster, JsonNode release, String repository) {
    if (repository == null) {
      var source = object(cluster, "OCIRepository", release.at("/spec/chartRef/name").asText());
      return List.of(source.at("/spec/url").asText(), source.at("/spec/ref/tag").asText());
    }
    var chart = release.at("/spec/chart/spec");
    assertThat(repository)
        .isEqualTo(
            object(cluster, "HelmRepository", chart.at("/sourceRef/name").asText())
                .at("/spec/url")
                .asText());
    return List.of(chart.path("chart").asText(), chart.path("version").asText());
  }

  private static JsonNode values(JsonNode release) {
    var values = release.at("/spec/values");
    return values.isMissingNode() ? YAML.createObjectNode() : values;
  }

  private static JsonNode release(FleetCluster cluster, String name) {
    return object(cluster, "HelmRelease", name);
  }

  private static JsonNode object(FleetCluster cluster, String kind, String name) {
    return cluster
        .objects()
        .filter(object -> object.kind().equals(kind) && object.name().equals(name))
        .map(object -> object.at(""))
        .findFirst()
        .orElseThrow();
  }

  private static String justfile(FleetCluster cluster) {
    return cluster.files().get("bootstrap/justfile");
  }
}

package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.invariants.Invariant;
import io.github.homelab4j.unit.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What breaks on a real cluster although every manifest is valid. */
class FluxRulesTest {
  private static final String EXACT_VERSION = "v?\\d+\\.\\d+\\.\\d+([-+].+)?";
  private static final String PRUNE = "/metadata/annotations/kustomize.toolkit.fluxcd.io~1prune";

  /**
   * Flux tries the whole folder against the API first: a kind whose definition a release in it
   * brings fails everything in it.
   */
  @Test
  void custom_resources_never_share_a_kustomization_with_the_release_that_installs_their_kind() {
    for (var release : Fleet.helmReleases()) {
      var cluster = Fleet.cluster(release.cluster());
      var installs = installs(cluster, release.name());
      assertThat(cluster.objects().filter(object -> object.folder().equals(release.folder())))
          .as("objects beside %s, which installs %s", release, installs)
          .isNotEmpty()
          .allSatisfy(
              object -> assertThat(installs).as(object.toString()).doesNotContain(object.group()));
    }
  }

  @Test
  void what_others_depend_on_says_when_it_is_ready() {
    var needed =
        Fleet.kustomizations().stream()
            .flatMap(FluxRulesTest::dependencies)
            .collect(Collectors.toSet());
    assertThat(
            Fleet.kustomizations().stream()
                .filter(
                    kustomization ->
                        needed.contains(kustomization.cluster() + "/" + kustomization.name())))
        .as("Kustomizations that others depend on")
        .isNotEmpty()
        .allSatisfy(
            kustomization ->
                assertThat(waits(kustomization) || hasHealthChecks(kustomization))
                    .as("wait or healthChecks of %s", kustomization)
                    .isTrue());
  }

  /** With {@code wait}, Flux ignores the health checks that stand beside it. */
  @Test
  void no_kustomization_both_waits_for_everything_and_names_health_checks() {
    assertThat(Fleet.kustomizations())
        .filteredOn(FluxRulesTest::hasHealthChecks)
        .allSatisfy(
            kustomization ->
                assertThat(waits(kustomization)).as("wait of %s", kustomization).isFalse());
    assertThat(Fleet.kustomizations()).filteredOn(FluxRulesTest::waits).isNotEmpty();
  }

  /** A check on an object that never appears blocks every later commit until the timeout. */
  @Test
  void health_checks_name_what_the_kustomization_applies_or_what_is_known_of_its_chart() {
    for (var kustomization : Fleet.ownKustomizations()) {
      var cluster = Fleet.cluster(kustomization.cluster());
      var applied =
          cluster
              .objects()
              .filter(
                  object ->
                      ("./clusters/%s/%s".formatted(cluster, object.folder()))
                          .equals(kustomization.at("/spec/path").asText()))
              .map(Manifest::describe)
              .toList();
      var installs = installs(cluster, kustomization.name());
      var facts = chartFacts(cluster, kustomization.name());
      assertThat(items(kustomization.at("/spec/healthChecks")))
          .allSatisfy(
              check -> {
                var name = check.path("name").asText();
                var group = name.substring(name.indexOf('.') + 1);
                var isInstalled =
                    check.path("kind").asText().equals("CustomResourceDefinition")
                        && installs.contains(group);
                var object =
                    "%s %s/%s"
                        .formatted(
                            check.path("kind").asText(), check.path("namespace").asText(), name);
                assertThat(isInstalled || applied.contains(object) || facts.contains(object))
                    .as("health check of %s on %s", kustomization, check)
                    .isTrue();
              });
    }
  }

  @Test
  void nothing_is_suspended() {
    assertThat(
            Fleet.objects(
                "objects of Flux", object -> object.group().endsWith("toolkit.fluxcd.io")))
        .allSatisfy(
            object ->
                assertThat(object.at("/spec/suspend").asBoolean())
                    .as("suspend of %s", object)
                    .isFalse());
  }

  @Test
  void every_kustomization_states_its_times_and_tries_again_sooner_than_it_looks_anyway() {
    assertThat(Fleet.kustomizations())
        .allSatisfy(
            kustomization -> {
              var interval = duration(kustomization, "/spec/interval");
              assertThat(duration(kustomization, "/spec/timeout"))
                  .as("timeout of %s", kustomization)
                  .isPositive();
              assertThat(duration(kustomization, "/spec/retryInterval"))
                  .as("retryInterval of %s", kustomization)
                  .isPositive()
                  .isLessThanOrEqualTo(interval);
              assertThat(interval)
                  .as("interval of %s", kustomization)
                  .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
            });
  }

  /** Else the Kustomization fails first, and its message does not say why. */
  @Test
  void a_release_gives_up_before_its_kustomization_does() {
    assertThat(Fleet.helmReleases())
        .allSatisfy(
            release ->
                assertThat(duration(release, "/spec/timeout"))
                    .as("timeout of %s", release)
                    .isPositive()
                    .isLessThan(duration(Fleet.ownerOf(release), "/spec/timeout")));
  }

  @Test
  void a_kustomization_within_a_component_gives_up_before_the_one_that_applies_it_does() {
    var nested =
        Fleet.objects(
            "Kustomizations on the repositories of others",
            object ->
                object.isFluxKustomization()
                    && !object.at("/spec/sourceRef/name").asText().equals("flux-system"));
    assertThat(nested)
        .allSatisfy(
            inner ->
                assertThat(duration(inner, "/spec/timeout"))
                    .as("timeout of %s", inner)
                    .isLessThan(duration(Fleet.ownerOf(inner), "/spec/timeout")));
  }

  @Test
  void data_outlives_a_component_that_leaves_the_stack() {
    var kept =
        Set.of(
            "Namespace",
            "PersistentVolumeClaim",
            "PersistentVolume",
            "StorageClass",
            "CustomResourceDefinition");
    assertThat(Fleet.objects("objects that hold data", object -> kept.contains(object.kind())))
        .allSatisfy(
            object ->
                assertThat(object.at(PRUNE).asText())
                    .as("prune annotation of %s", object)
                    .isEqualTo("disabled"));
  }

  /** The root that deletes itself takes everything with it. */
  @Test
  void the_root_prunes_nothing() {
    assertThat(
            Fleet.objects(
                "roots",
                object -> object.isFluxKustomization() && object.name().equals("flux-system")))
        .hasSameSizeAs(Fleet.clusters())
        .allSatisfy(
            root ->
                assertThat(root.at("/spec/prune").asBoolean(true))
                    .as("prune of %s", root)
                    .isFalse());
  }

  @Test
  void namespaces_that_exist_before_flux_are_never_owned() {
    assertThat(Fleet.objects("namespaces", object -> object.kind().equals("Namespace")))
        .extracting(Manifest::name)
        .doesNotContain("kube-system", "flux-system", "default");
  }

  /**
   * Java has variables: what stands in a file is what the cluster gets, also {@code ${…}} in a
   * script.
   */
  @Test
  void nothing_is_substituted_after_the_build() {
    assertThat(Fleet.kustomizations())
        .allSatisfy(
            kustomization ->
                assertThat(kustomization.at("/spec/postBuild").isMissingNode())
                    .as("postBuild of %s", kustomization)
                    .isTrue());
  }

  /** infra-apps.md:450: "Decrypted by Flux". */
  @Test
  @Invariant(value = 49, lines = "450")
  void every_kustomization_on_our_repository_can_decrypt() {
    assertThat(Fleet.ownKustomizations())
        .allSatisfy(
            kustomization -> {
              assertThat(kustomization.at("/spec/decryption/provider").asText())
                  .as("decryption of %s", kustomization)
                  .isEqualTo("sops");
              assertThat(kustomization.at("/spec/decryption/secretRef/name").asText())
                  .as("decryption of %s", kustomization)
                  .isEqualTo("sops-age");
            });
  }

  @Test
  void no_list_of_files_reaches_into_a_folder_that_a_kustomization_applies() {
    for (var cluster : Fleet.clusters()) {
      var base = "./clusters/%s/".formatted(cluster);
      var paths =
          Fleet.ownKustomizations().stream()
              .filter(owner -> owner.cluster().equals(cluster.id()))
              .map(owner -> owner.at("/spec/path").asText().substring(base.length()))
              .collect(Collectors.toSet());
      assertThat(cluster.manifests().stream().filter(Manifest::isKustomizeFile))
          .as("kustomization.yaml files of cluster %s", cluster)
          .isNotEmpty()
          .allSatisfy(
              list ->
                  assertThat(
                          items(list.at("/resources")).map(entry -> folderOf(list, entry.asText())))
                      .as(list.file())
                      .doesNotContainAnyElementsOf(without(paths, list.folder())));
    }
  }

  /** A longer name is cut and given a hash, without a word. */
  @Test
  void release_names_are_stated_short_enough_and_unique_in_their_namespace() {
    assertThat(Fleet.helmReleases())
        .allSatisfy(
            release ->
                assertThat(release.at("/spec/releaseName").asText())
                    .as("releaseName of %s", release)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(53));
    assertThat(Fleet.helmReleases())
        .extracting(
            release ->
                "%s %s/%s"
                    .formatted(
                        release.cluster(),
                        release.namespace(),
                        release.at("/spec/releaseName").asText()))
        .doesNotHaveDuplicates();
  }

  /**
   * Flux's default gives up after the first try; with remediation, it uninstalls what it could not
   * install in time.
   */
  @Test
  void a_failed_release_is_tried_again_until_it_works_and_never_uninstalled() {
    assertThat(Fleet.helmReleases())
        .allSatisfy(
            release -> {
              assertThat(release.at("/spec/install/strategy/name").asText())
                  .as("install strategy of %s", release)
                  .isEqualTo("RetryOnFailure");
              assertThat(release.at("/spec/upgrade/strategy/name").asText())
                  .as("upgrade strategy of %s", release)
                  .isEqualTo("RetryOnFailure");
              assertThat(release.at("/spec/upgrade/cleanupOnFail").asBoolean())
                  .as("cleanupOnFail of %s", release)
                  .isFalse();
            });
  }

  /**
   * Flux's default on upgrades is to leave definitions as they were first installed; a chart that
   * bundles another's would put its version over theirs.
   */
  @Test
  void releases_bring_their_own_definitions_up_to_date_and_leave_those_of_others_alone() {
    for (var cluster : Fleet.clusters()) {
      for (var release :
          cluster.objects().filter(object -> object.kind().equals("HelmRelease")).toList()) {
        var expected = installs(cluster, release.name()).isEmpty() ? "Skip" : "CreateReplace";
        assertThat(release.at("/spec/install/crds").asText())
            .as("install.crds of %s", release)
            .isEqualTo(expected);
        assertThat(release.at("/spec/upgrade/crds").asText())
            .as("upgrade.crds of %s", release)
            .isEqualTo(expected);
      }
    }
    assertThat(Fleet.helmReleases())
        .extracting(release -> release.at("/spec/install/crds").asText())
        .contains("Skip", "CreateReplace");
  }

  /** The controller's own rights are those of the whole cluster. */
  @Test
  void releases_of_tenants_have_the_rights_of_their_namespace() {
    var tenants = 0;
    for (var cluster : Fleet.clusters()) {
      for (var release :
          cluster.objects().filter(object -> object.kind().equals("HelmRelease")).toList()) {
        var isTenant = cluster.model().cluster().isTenant(release.namespace());
        assertThat(release.at("/spec/serviceAccountName").asText())
            .as("account of %s", release)
            .isEqualTo(isTenant ? "flux-reconciler" : "");
        tenants += isTenant ? 1 : 0;
      }
    }
    assertThat(tenants).as("releases of tenants").isPositive();
  }

  @Test
  void charts_in_oci_registries_come_by_an_oci_repository_at_an_exact_tag() {
    assertThat(Fleet.objects("OCIRepositories", object -> object.kind().equals("OCIRepository")))
        .allSatisfy(
            source -> {
              assertThat(source.at("/spec/url").asText())
                  .as("url of %s", source)
                  .startsWith("oci://");
              assertThat(source.at("/spec/ref/tag").asText())
                  .as("tag of %s", source)
                  .matches(EXACT_VERSION);
            });
    assertThat(
            Fleet.clusters().stream()
                .flatMap(FleetCluster::objects)
                .filter(object -> object.kind().equals("HelmRepository")))
        .allSatisfy(
            source -> {
              assertThat(source.at("/spec/url").asText())
                  .as("url of %s", source)
                  .startsWith("https://");
              assertThat(source.at("/spec/type").asText())
                  .as("type of %s", source)
                  .isNotEqualTo("oci");
            });
  }

  @Test
  void every_release_names_one_chart_at_an_exact_version_of_a_source_beside_it() {
    for (var release : Fleet.helmReleases()) {
      var byReference = !release.at("/spec/chartRef").isMissingNode();
      assertThat(byReference)
          .as("chartRef instead of chart in %s", release)
          .isEqualTo(release.at("/spec/chart").isMissingNode());
      var source = release.at(byReference ? "/spec/chartRef" : "/spec/chart/spec/sourceRef");
      var name =
          "%s %s/%s"
              .formatted(
                  source.path("kind").asText(), release.namespace(), source.path("name").asText());
      assertThat(Fleet.cluster(release.cluster()).objects().map(Manifest::describe))
          .as("source of %s", release)
          .contains(name);
      if (!byReference) {
        assertThat(release.at("/spec/chart/spec/version").asText())
            .as("version of %s", release)
            .matches(EXACT_VERSION);
      }
    }
  }

  /**
   * A source in another namespace is refused by Flux's lockdown; a missing one is waited for
   * without end.
   */
  @Test
  void every_kustomization_has_a_namespace_and_a_source_that_exists() {
    assertThat(Fleet.kustomizations())
        .allSatisfy(
            kustomization -> {
              assertThat(kustomization.namespace())
                  .as("namespace of %s", kustomization)
                  .isNotEmpty();
              var source = kustomization.at("/spec/sourceRef");
              var name =
                  "%s %s/%s"
                      .formatted(
                          source.path("kind").asText(),
                          source.path("namespace").asText(kustomization.namespace()),
                          source.path("name").asText());
              assertThat(Fleet.cluster(kustomization.cluster()).objects().map(Manifest::describe))
                  .as("source of %s", kustomization)
                  .contains(name);
            });
  }

  /**
   * What immutable fields need is said of single objects; for a whole Kustomization it deletes
   * volumes.
   */
  @Test
  void no_kustomization_recreates_objects_by_force() {
    assertThat(Fleet.kustomizations())
        .allSatisfy(
            kustomization ->
                assertThat(kustomization.at("/spec/force").asBoolean())
                    .as("force of %s", kustomization)
                    .isFalse());
  }

  @Test
  void repositories_of_others_are_pinned_to_a_tag() {
    assertThat(
            Fleet.objects(
                "repositories of others",
                object ->
                    object.kind().equals("GitRepository") && !object.name().equals("flux-system")))
        .allSatisfy(
            source ->
                assertThat(source.at("/spec/ref/tag").asText())
                    .as("tag of %s", source)
                    .matches(EXACT_VERSION));
  }

  /** Values of secrets never pass through here. */
  @Test
  void no_secret_is_written() {
    assertThat(Fleet.objects("objects", object -> true))
        .extracting(Manifest::kind)
        .doesNotContain("Secret");
  }

  private static Set<String> installs(FleetCluster cluster, String component) {
    return items(cluster.inventory().path("components"))
        .filter(entry -> entry.path("name").asText().equals(component))
        .flatMap(entry -> items(entry.path("installs")))
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private static Set<String> chartFacts(FleetCluster cluster, String component) {
    return items(cluster.inventory().path("components"))
        .filter(entry -> entry.path("name").asText().equals(component))
        .flatMap(entry -> items(entry.path("chartFacts")))
        .map(
            fact ->
                "%s %s/%s"
                    .formatted(
                        fact.path("kind").asText(),
                        fact.path("namespace").asText(),
                        fact.path("name").asText()))
        .collect(Collectors.toSet());
  }

  private static Stream<String> dependencies(Manifest kustomization) {
    return items(kustomization.at("/spec/dependsOn"))
        .map(edge -> kustomization.cluster() + "/" + edge.path("name").asText());
  }

  private static boolean waits(Manifest kustomization) {
    return kustomization.at("/spec/wait").asBoolean();
  }

  private static boolean hasHealthChecks(Manifest kustomization) {
    return !kustomization.at("/spec/healthChecks").isEmpty();
  }

  private static Duration duration(Manifest manifest, String pointer) {
    var text = manifest.at(pointer).asText();
    assertThat(text).as("%s of %s", pointer, manifest).matches("([0-9]+(h|m|s|ms))+");
    return Durations.parse(text);
  }

  private static String folderOf(Manifest list, String entry) {
    var path = list.folder() + "/" + entry.replaceFirst("^\\./", "");
    return path.endsWith(".yaml") ? path.substring(0, path.lastIndexOf('/')) : path;
  }

  private static List<String> without(Set<String> paths, String own) {
    return paths.stream().filter(path -> !path.equals(own)).toList();
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

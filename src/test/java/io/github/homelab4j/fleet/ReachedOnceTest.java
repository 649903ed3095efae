package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.invariants.Invariant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the root of a cluster, Flux comes to each file and each object exactly once. */
class ReachedOnceTest {
  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#clusters")
  void kustomize_and_flux_can_read_the_whole_tree(FleetCluster cluster) {
    assertThat(FluxWalk.of(cluster).problems())
        .as("what stops kustomize or Flux in cluster %s", cluster)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#clusters")
  void every_file_is_reached_once(FleetCluster cluster) {
    var reached = FluxWalk.of(cluster).reached();
    assertThat(cluster.fluxFiles())
        .as("files of cluster %s that Flux reads", cluster)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(reached).containsKey(file));
    assertThat(severalTimes(reached))
        .as("files of cluster %s that several Kustomizations reach, or one twice", cluster)
        .isEmpty();
  }

  /** infra-apps.md:591-592: "All configuration in Git", "redeploy from Git". */
  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#clusters")
  @Invariant(value = 59, lines = "591-592")
  void every_object_is_applied_once(FleetCluster cluster) {
    var applied = FluxWalk.of(cluster).applied();
    assertThat(severalTimes(applied))
        .as(
            "objects of cluster %s that are applied more than once, and by which Kustomizations",
            cluster)
        .isEmpty();
    assertThat(applied.keySet())
        .as("objects of cluster %s", cluster)
        .containsExactlyInAnyOrderElementsOf(
            cluster.objects().map(Manifest::key).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#clusters")
  void everything_that_components_emit_is_applied(FleetCluster cluster) {
    var applied = FluxWalk.of(cluster).applied();
    assertThat(cluster.model().objects())
        .as("objects of the components of cluster %s", cluster)
        .isNotEmpty()
        .allSatisfy(
            object ->
                assertThat(applied)
                    .containsKey("%s %s".formatted(object.group(), object.describe())));
  }

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#clusters")
  void whatever_is_depended_on_exists_in_the_same_cluster(FleetCluster cluster) {
    var there =
        cluster
            .objects()
            .filter(Manifest::isFluxKustomization)
            .collect(Collectors.toMap(Manifest::name, Manifest::namespace));
    var edges =
        cluster
            .objects()
            .filter(Manifest::isFluxKustomization)
            .flatMap(
                kustomization ->
                    kustomization.at("/spec/dependsOn").findValuesAsText("name").stream()
                        .map(name -> Map.entry(kustomization, name)))
            .toList();
    assertThat(edges)
        .as("dependencies between the Kustomizations of cluster %s", cluster)
        .isNotEmpty()
        .allSatisfy(
            edge ->
                assertThat(there)
                    .as(edge.getKey().toString())
                    .containsEntry(edge.getValue(), edge.getKey().namespace()));
  }

  private static Map<String, ?> severalTimes(Map<String, ? extends List<String>> all) {
    var several = new TreeMap<String, List<String>>();
    all.forEach(
        (what, owners) -> {
          if (owners.size() > 1) {
            several.put(what, owners);
          }
        });
    return several;
  }
}

package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.example.PlannedHomelab;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Synthesizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The reference homelabs, and one of what they have planned, synthesized once in memory for all
 * tests.
 */
public final class Fleet {
  static final List<Supplier<Homelab>> HOMELABS =
      List.of(InfraAppsHomelab::new, K3sPiHomelab::new, PlannedHomelab::new);

  private static List<FleetCluster> clusters;
  // What is wrong with a homelab is told by every test, not by the first alone.
  private static RuntimeException failure;

  private Fleet() {}

  /** All clusters of all homelabs. */
  public static synchronized List<FleetCluster> clusters() {
    if (failure != null) {
      throw failure;
    }
    if (clusters == null) {
      try {
        clusters = HOMELABS.stream().flatMap(Fleet::synthesized).toList();
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return clusters;
  }

  /** The clusters that are written to {@code clusters/}. */
  public static List<FleetCluster> written() {
    return clusters().stream()
        .filter(cluster -> !PlannedHomelab.CLUSTERS.contains(cluster.id()))
        .toList();
  }

  /** The clusters of a homelab, by the homelab's name. */
  public static List<FleetCluster> of(String homelab) {
    return clusters().stream().filter(cluster -> cluster.homelab().equals(homelab)).toList();
  }

  /** A cluster by its name. */
  public static FleetCluster cluster(String id) {
    return clusters().stream().filter(cluster -> cluster.id().equals(id)).findFirst().orElseThrow();
  }

  /** Objects of all clusters; a rule over none would prove nothing, so there must be some. */
  static List<Manifest> objects(String what, Predicate<Manifest> which) {
    var found = clusters().stream().flatMap(FleetCluster::objects).filter(which).toList();
    assertThat(found).as("%s of the fleet, which the rule is about", what).isNotEmpty();
    return found;
  }

  static List<Manifest> helmReleases() {
    return objects("HelmReleases", manifest -> manifest.kind().equals("HelmRelease"));
  }

  static List<Manifest> kustomizations() {
    return objects("Kustomizations", Manifest::isFluxKustomization);
  }

  /**
   * Kustomizations on the homelab's own repository, without those on the repositories of others.
   */
  static List<Manifest> ownKustomizations() {
    return objects(
        "own Kustomizations",
        manifest ->
            manifest.isFluxKustomization()
                && manifest.at("/spec/sourceRef/name").asText().equals("flux-system"));
  }

  /** The Kustomization that applies the file of an object. */
  static Manifest ownerOf(Manifest object) {
    var path = "./clusters/%s/%s".formatted(object.cluster(), object.folder());
    return ownKustomizations().stream()
        .filter(
            owner ->
                owner.cluster().equals(object.cluster())
                    && owner.at("/spec/path").asText().equals(path))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(object + " is in a folder that no Kustomization applies"));
  }

  /** The files of each cluster, by cluster and path. */
  static Synthesis synthesize(Supplier<Homelab> homelab) {
    return Synthesizer.synthesize(homelab.get());
  }

  private static Stream<FleetCluster> synthesized(Supplier<Homelab> homelab) {
    var made = homelab.get();
    var synthesis = Synthesizer.synthesize(made);
    return synthesis.clusters().stream()
        .map(
            model -> FleetCluster.of(made.plan().name(), model, synthesis.files().get(model.id())));
  }
}

package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.plan.ClusterPlan;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The two clusters of infra-apps as they are written, and their plans. */
final class Lab {
  static final String INFRA = "infra";
  static final String APPS = "apps";

  private Lab() {}

  /** Both clusters. */
  static List<FleetCluster> clusters() {
    return Fleet.of("infra-apps");
  }

  /** The plan that a cluster was written with. */
  static ClusterPlan plan(String cluster) {
    return Fleet.cluster(cluster).model().cluster().plan();
  }

  /** Objects of both clusters; there must be some. */
  static List<Manifest> objects(String what, Predicate<Manifest> which) {
    var found = clusters().stream().flatMap(FleetCluster::objects).filter(which).toList();
    assertThat(found).as(what + " of infra and apps").isNotEmpty();
    return found;
  }

  /** Objects of a kind in both clusters; there must be some. */
  static List<Manifest> objects(String kind) {
    return objects(kind, object -> object.kind().equals(kind));
  }

  /** An object as {@code Service kube-system/kube-api}. */
  static Manifest object(String cluster, String described) {
    return Fleet.cluster(cluster)
        .objects()
        .filter(object -> object.describe().equals(described))
        .findFirst()
        .orElseThrow(() -> new AssertionError("%s has no %s".formatted(cluster, described)));
  }

  /** A value of the release {@code namespace/name}. */
  static JsonNode value(String cluster, String release, String pointer) {
    return object(cluster, "HelmRelease " + release).at("/spec/values" + pointer);
  }

  /** In which clusters an object of that kind and name runs. */
  static List<String> clustersWith(String kind, String name) {
    return clusters().stream()
        .filter(
            cluster ->
                cluster
                    .objects()
                    .anyMatch(object -> object.kind().equals(kind) && object.name().equals(name)))
        .map(FleetCluster::id)
        .toList();
  }

  /** The items of a list. */
  static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** The texts of a list. */
  static List<String> texts(JsonNode list) {
    return items(list).map(JsonNode::asText).toList();
  }

  /** Every field of an object at any depth. */
  static void eachField(JsonNode node, Consumer<Map.Entry<String, JsonNode>> visitor) {
    node.fields().forEachRemaining(visitor);
    node.forEach(child -> eachField(child, visitor));
  }
}

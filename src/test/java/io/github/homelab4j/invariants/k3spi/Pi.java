package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.stacks.k3spi.K3sPiPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The cluster of k3s-pi as it is written, and its plan. */
final class Pi {
  static final String CLUSTER = "k3s-pi";
  static final K3sPiPlan PLAN = new K3sPiPlan();

  private static final YAMLMapper YAML = new YAMLMapper();

  private Pi() {}

  /** The cluster. */
  static FleetCluster cluster() {
    return Fleet.cluster(CLUSTER);
  }

  /** Objects of the cluster; there must be some. */
  static List<Manifest> objects(String what, Predicate<Manifest> which) {
    var found = cluster().objects().filter(which).toList();
    assertThat(found).as(what + " of k3s-pi").isNotEmpty();
    return found;
  }

  /** Objects of a kind; there must be some. */
  static List<Manifest> objects(String kind) {
    return objects(kind, object -> object.kind().equals(kind));
  }

  /** An object as {@code Service monitoring/prometheus}. */
  static Manifest object(String described) {
    return cluster()
        .objects()
        .filter(object -> object.describe().equals(described))
        .findFirst()
        .orElseThrow(() -> new AssertionError("k3s-pi has no " + described));
  }

  /** A value of the release {@code namespace/name}. */
  static JsonNode value(String release, String pointer) {
    return object("HelmRelease " + release).at("/spec/values" + pointer);
  }

  /** Kinds of all objects. */
  static Stream<String> kinds() {
    return cluster().objects().map(Manifest::kind).distinct();
  }

  /** A file, by its path below the cluster's folder. */
  static String file(String path) {
    var text = cluster().files().get(path);
    assertThat(text).as("file %s of k3s-pi", path).isNotNull();
    return text;
  }

  /** A file of a machine. */
  static String host(String machine, String path) {
    return file("hosts/%s/%s".formatted(machine, path));
  }

  /** The files of all machines, by {@code machine/path}. */
  static SortedMap<String, String> hosts() {
    return cluster().files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("hosts/"))
        .collect(
            Collectors.toMap(
                file -> file.getKey().substring("hosts/".length()),
                Map.Entry::getValue,
                (one, other) -> one,
                TreeMap::new));
  }

  /** A file of a machine that is YAML or JSON. */
  static JsonNode tree(String machine, String path) {
    try {
      return YAML.readTree(host(machine, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What K3s is told on a machine. */
  static JsonNode k3s(String machine) {
    return tree(machine, "etc/rancher/k3s/config.yaml");
  }

  /** The items of a list. */
  static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** The texts of a list. */
  static List<String> texts(JsonNode list) {
    return items(list).map(JsonNode::asText).toList();
  }

  /** Every field of a tree at any depth. */
  static void eachField(JsonNode node, Consumer<Map.Entry<String, JsonNode>> visitor) {
    node.fields().forEachRemaining(visitor);
    node.forEach(child -> eachField(child, visitor));
  }

  /** The texts of all fields of a name, in all objects. */
  static List<String> fields(String name) {
    return cluster()
        .objects()
        .flatMap(object -> object.tree().findValues(name).stream())
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .toList();
  }
}

package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.graph.ClusterModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A cluster of the fleet: what it is made of, and its files, read back.
 *
 * @param homelab the homelab it is of
 * @param model what it is made of
 * @param files its files by their path below its folder
 * @param manifests the documents of the files that Flux reads
 */
public record FleetCluster(
    String homelab, ClusterModel model, SortedMap<String, String> files, List<Manifest> manifests) {
  private static final YAMLMapper YAML = new YAMLMapper();

  static FleetCluster of(String homelab, ClusterModel model, SortedMap<String, String> files) {
    var manifests = new ArrayList<Manifest>();
    files.keySet().stream()
        .filter(FleetCluster::isForFlux)
        .forEach(
            path ->
                documents(files.get(path))
                    .forEach(tree -> manifests.add(new Manifest(model.id(), path, tree))));
    return new FleetCluster(homelab, model, files, List.copyOf(manifests));
  }

  /** Its name. */
  public String id() {
    return model.id();
  }

  /** What reaches the cluster: all documents but kustomize's own. */
  public Stream<Manifest> objects() {
    return manifests.stream().filter(manifest -> !manifest.isKustomizeFile());
  }

  /**
   * The YAML files that Flux reads, which are all but those of machines outside and of the time
   * before Flux.
   */
  Stream<String> fluxFiles() {
    return files.keySet().stream().filter(FleetCluster::isForFlux);
  }

  /** What it says of itself for programs. */
  JsonNode inventory() {
    return documents(files.get("inventory.json")).get(0);
  }

  static boolean isForFlux(String path) {
    return path.endsWith(".yaml") && !path.startsWith("bootstrap/") && !path.startsWith("hosts/");
  }

  static List<JsonNode> documents(String text) {
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(text)) {
      return all.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return id();
  }
}

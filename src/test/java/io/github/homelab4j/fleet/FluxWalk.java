package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A walk over the files of a cluster from its root in {@code flux/}, as kustomize reads folders and
 * Flux follows Kustomizations. It knows nothing of how the files were made.
 */
final class FluxWalk {
  private static final String ROOT = "flux-system";

  private final FleetCluster cluster;
  private final Map<String, List<String>> reached = new TreeMap<>();
  private final Map<String, List<String>> applied = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private FluxWalk(FleetCluster cluster) {
    this.cluster = cluster;
  }

  static FluxWalk of(FleetCluster cluster) {
    var walk = new FluxWalk(cluster);
    walk.run();
    return walk;
  }

  /** Which Kustomizations reached each file. */
  Map<String, List<String>> reached() {
    return reached;
  }

  /** Which Kustomizations apply each object. */
  Map<String, List<String>> applied() {
    return applied;
  }

  /** What kustomize or Flux would refuse. */
  List<String> problems() {
    return problems;
  }

  // Bootstrap applies flux/ once; from then on the Kustomization flux-system, which is in there,
  // applies it.
  private void run() {
    var bootstrap = new FluxWalk(cluster);
    var queue =
        new ArrayDeque<>(
            bootstrap.build("bootstrap", "flux").stream()
                .filter(Manifest::isFluxKustomization)
                .toList());
    problems.addAll(bootstrap.problems);
    if (queue.stream().noneMatch(manifest -> manifest.name().equals(ROOT))) {
      problems.add("%s: flux/ has no Kustomization %s".formatted(cluster, ROOT));
    }
    var known = new HashSet<String>();
    while (!queue.isEmpty()) {
      var kustomization = queue.remove();
      if (!known.add(kustomization.key())
          || !kustomization.at("/spec/sourceRef/name").asText().equals(ROOT)) {
        continue;
      }
      var path = kustomization.at("/spec/path").asText();
      var base = "./clusters/%s/".formatted(cluster);
      if (!path.startsWith(base)) {
        problems.add("%s: path %s is not below %s".formatted(kustomization, path, base));
        continue;
      }
      for (var object : build(kustomization.name(), path.substring(base.length()))) {
        applied.computeIfAbsent(object.key(), key -> new ArrayList<>()).add(kustomization.name());
        if (object.isFluxKustomization()) {
          queue.add(object);
        }
      }
    }
  }

  // kustomize build: a kustomization.yaml names files and folders; nothing else in the folder
  // counts.
  private List<Manifest> build(String owner, String folder) {
    var objects = new ArrayList<Manifest>();
    var list = folder + "/kustomization.yaml";
    var text = cluster.files().get(list);
    if (text == null) {
      problems.add(
          "%s: %s has no kustomization.yaml, so that Flux would take every file there for a manifest"
              .formatted(cluster, folder));
      return objects;
    }
    reach(list, owner);
    for (var entry : FleetCluster.documents(text).get(0).path("resources")) {
      resource(owner, folder, entry).forEach(objects::add);
    }
    return objects;
  }

  private List<Manifest> resource(String owner, String folder, JsonNode entry) {
    var name = entry.asText();
    if (name.startsWith("/") || name.contains("..") || name.contains("://")) {
      problems.add("%s: %s lists %s, which is outside its folder".formatted(cluster, folder, name));
      return List.of();
    }
    var path = folder + "/" + (name.startsWith("./") ? name.substring(2) : name);
    if (cluster.files().containsKey(path + "/kustomization.yaml")) {
      return build(owner, path);
    }
    if (!cluster.files().containsKey(path)) {
      problems.add("%s: %s lists %s, which does not exist".formatted(cluster, folder, name));
      return List.of();
    }
    reach(path, owner);
    return cluster.manifests().stream().filter(manifest -> manifest.file().equals(path)).toList();
  }

  private void reach(String file, String owner) {
    reached.computeIfAbsent(file, path -> new ArrayList<>()).add(owner);
  }
}

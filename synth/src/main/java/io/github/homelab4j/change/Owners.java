package io.github.homelab4j.change;

import io.github.homelab4j.graph.Emitted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which Flux Kustomization applies which folder of a cluster: the one with the longest path, since
 * lists of files never reach into a folder that another applies.
 */
final class Owners {
  private static final String GROUP = "kustomize.toolkit.fluxcd.io";

  private final Map<String, String> byFolder = new HashMap<>();

  private Owners() {}

  static Owners of(Set<String> paths, Function<String, List<Emitted>> documents) {
    var owners = new Owners();
    paths.stream()
        .filter(path -> path.endsWith("/ks.yaml") || path.startsWith("flux/kustomization-"))
        .forEach(path -> documents.apply(path).forEach(owners::add));
    return owners;
  }

  private void add(Emitted object) {
    // As ./clusters/<cluster>/<folder>.
    var path = object.at("/spec/path").asText().split("/", 4);
    if (object.group().equals(GROUP) && path.length == 4) {
      byFolder.put(path[3], object.name());
    }
  }

  /** The Kustomization of a file; empty when none applies it. */
  String of(String path) {
    for (var end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      var owner = byFolder.get(path.substring(0, end));
      if (owner != null) {
        return owner;
      }
    }
    return "";
  }
}

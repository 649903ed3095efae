package io.github.homelab4j.graph;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.PodSecurity;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which namespaces a cluster declares, and how strict they can be. */
public final class Namespaces {
  /** What exists before anything of ours: declared by Kubernetes and by Flux's installation. */
  public static final Set<String> EXTERNAL = Set.of("kube-system", "flux-system", "default");

  private Namespaces() {}

  static SortedMap<String, PodSecurity> of(List<Unit> units) {
    var levels = new TreeMap<String, PodSecurity>();
    for (var unit : units) {
      merge(
          levels,
          unit.namespace(),
          unit.component().map(Component::podSecurity).orElse(PodSecurity.RESTRICTED));
      unit.objects()
          .map(Emitted::namespace)
          .filter(name -> !name.isEmpty())
          .forEach(name -> merge(levels, name, PodSecurity.RESTRICTED));
    }
    EXTERNAL.forEach(levels::remove);
    return levels;
  }

  private static void merge(
      SortedMap<String, PodSecurity> levels, String namespace, PodSecurity needed) {
    levels.merge(namespace, needed, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }
}

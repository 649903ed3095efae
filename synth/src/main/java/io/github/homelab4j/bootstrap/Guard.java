package io.github.homelab4j.bootstrap;

/** Leaves alone what Flux has taken over: a phase may be run again at any time. */
final class Guard {
  private Guard() {}

  /** Ends a script when Flux has an object of this kind. */
  static String of(String kind, String namespace, String name) {
    return """
        if kubectl --namespace=%1$s get %2$s/%3$s >/dev/null 2>&1; then
            echo "Flux has taken over %1$s/%3$s: nothing to do."
            exit 0
        fi"""
        .formatted(namespace, kind, name);
  }
}

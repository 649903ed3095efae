package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostComponent;

/** The first line of a file: where it comes from, in a comment of the file's own syntax. */
final class Head {
  private Head() {}

  /** The line for a syntax whose comments begin with a sign. */
  static String of(HostComponent component, String comment) {
    return "%s From %s: change the stack, not this file.\n"
        .formatted(
            comment,
            component
                .cluster()
                .map(cluster -> cluster.getClass().getSimpleName())
                .orElse(component.id()));
  }

  /** The line for most files. */
  static String of(HostComponent component) {
    return of(component, "#");
  }
}

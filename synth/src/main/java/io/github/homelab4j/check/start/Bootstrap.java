package io.github.homelab4j.check.start;

import io.github.homelab4j.graph.Unit;
import java.util.List;

/**
 * What is there in a cluster before Flux takes over.
 *
 * @param definitions whose definitions are installed, in order
 * @param members what is installed after them, in order, Flux last
 */
public record Bootstrap(List<Unit> definitions, List<Unit> members) {
  /** Keeps its own copies. */
  public Bootstrap {
    definitions = List.copyOf(definitions);
    members = List.copyOf(members);
  }
}

package io.github.homelab4j.invariants.k3spi;

import io.github.homelab4j.check.start.StartEdge;
import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.check.start.StartLevels;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.rule.Severity;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Synthesizer;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** k3s-pi, resolved once for these tests: what its checks say, and what starts after what. */
final class PiSynthesis {
  private static final K3sPiHomelab HOMELAB = new K3sPiHomelab();
  private static final Synthesis SYNTHESIS = Synthesizer.synthesize(HOMELAB);
  private static final Resolution RESOLUTION = Resolver.resolve(HOMELAB);
  private static final StartGraph START = StartGraph.of(RESOLUTION);

  private PiSynthesis() {}

  /** What was found and does not keep it from being written. */
  static List<Finding> warnings() {
    return SYNTHESIS.verdict().findings(Severity.WARNING);
  }

  /** What it is made of. */
  static Resolution resolution() {
    return RESOLUTION;
  }

  /** What each component needs to start, by its name. */
  static Map<String, List<StartEdge>> edges() {
    var edges = new LinkedHashMap<String, List<StartEdge>>();
    START.edges().forEach((from, needs) -> edges.put(name(from), needs));
    return edges;
  }

  /** Everything that has started before a component, without it. */
  static Set<String> before(String component) {
    var edges = edges();
    var all = new TreeSet<String>();
    var queue = new ArrayDeque<>(List.of(component));
    while (!queue.isEmpty()) {
      for (var edge : edges.get(queue.remove())) {
        if (all.add(name(edge.to()))) {
          queue.add(name(edge.to()));
        }
      }
    }
    return all;
  }

  /** The level of each component, by its name. */
  static Map<String, Integer> levels() {
    var cluster = RESOLUTION.clusters().get(0);
    var levels = StartLevels.of(cluster, START);
    var found = new LinkedHashMap<String, Integer>();
    for (var level : cluster.cluster().startLevels()) {
      levels.at(level).forEach(unit -> found.put(unit.name(), Integer.valueOf(level.name())));
    }
    return found;
  }

  /** The last part of a path. */
  static String name(String path) {
    return path.substring(path.indexOf('/') + 1);
  }
}

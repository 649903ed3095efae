package io.github.homelab4j.synth;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.render.ClusterReadme;
import io.github.homelab4j.render.FluxTree;
import io.github.homelab4j.render.Inventory;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resolves, checks and renders a homelab in memory. */
public final class Synthesizer {
  private Synthesizer() {}

  /**
   * All files of a homelab.
   *
   * @throws SynthesisException with everything that is wrong
   */
  public static Synthesis synthesize(Homelab homelab) {
    return synthesize(homelab, new Timings());
  }

  /**
   * All files of a homelab, timed.
   *
   * @throws SynthesisException with everything that is wrong
   */
  public static Synthesis synthesize(Homelab homelab, Timings timings) {
    var resolution = timings.time("resolve", () -> Resolver.resolve(homelab));
    timings.jsiiCalls(resolution.jsiiCalls());
    var findings = timings.time("check", () -> Checks.run(resolution));
    if (!findings.isEmpty()) {
      throw new SynthesisException(findings);
    }
    return timings.time("render", () -> render(resolution));
  }

  private static Synthesis render(Resolution resolution) {
    var files = new TreeMap<String, SortedMap<String, String>>();
    for (ClusterModel cluster : resolution.clusters()) {
      var tree = FluxTree.of(resolution.homelab().plan(), cluster);
      tree.put("inventory.json", Inventory.of(cluster));
      tree.put("README.md", ClusterReadme.of(resolution, cluster));
      files.put(cluster.id(), tree);
    }
    return new Synthesis(resolution.clusters(), files);
  }
}

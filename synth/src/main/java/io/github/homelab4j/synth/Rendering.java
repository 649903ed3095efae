package io.github.homelab4j.synth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.render.ExemptionAnnotations;
import io.github.homelab4j.render.FluxFile;
import io.github.homelab4j.render.FluxTree;
import io.github.homelab4j.render.RenderedFiles;
import io.github.homelab4j.render.SopsFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The files of clusters: what Flux reads, first, and pages about it. */
final class Rendering {
  private final HomelabPlan plan;
  private final Map<String, List<SopsFile>> encrypted;
  private final Jobs jobs;
  private final RenderedFiles before;
  private final List<FluxFile> fluxFiles = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, String>> texts = new TreeMap<>();

  Rendering(
      HomelabPlan plan, Map<String, List<SopsFile>> encrypted, Jobs jobs, RenderedFiles before) {
    this.plan = plan;
    this.encrypted = encrypted;
    this.jobs = jobs;
    this.before = before;
  }

  /** What Flux reads of clusters, and pages beside it. */
  void render(List<ClusterModel> clusters, ExemptionAnnotations annotations, List<Draft> pages) {
    for (var cluster : clusters) {
      texts.put(cluster.id(), new TreeMap<>());
      fluxFiles.addAll(FluxTree.files(plan, cluster, encrypted.get(cluster.id())));
    }
    make(fluxFiles, annotations, pages);
    texts.forEach((cluster, files) -> before.keep(cluster, files.keySet()));
  }

  /**
   * The same, for the last time: what is rendered is let go at once, so that texts take the place
   * of objects. Pages tell of all objects, so they come first.
   */
  void renderAndLetGo(
      List<ClusterModel> clusters, ExemptionAnnotations annotations, List<Draft> pages) {
    clusters.forEach(cluster -> texts.put(cluster.id(), new TreeMap<>()));
    make(pages);
    for (var cluster : clusters) {
      var files = FluxTree.files(plan, cluster, encrypted.get(cluster.id()));
      make(
          files.stream()
              .map(file -> new Draft(file.cluster(), () -> last(file, annotations)))
              .toList());
    }
  }

  private Map<String, String> last(FluxFile file, ExemptionAnnotations annotations) {
    var text = file.text(annotations, before);
    file.letGo();
    return Map.of(file.path(), text);
  }

  /** Renders those files again that hold one of some objects, and pages. */
  void renderAgain(Set<ObjectNode> objects, ExemptionAnnotations annotations, List<Draft> pages) {
    var again = fluxFiles.stream().filter(file -> file.holdsAny(objects)).toList();
    make(again, annotations, pages);
  }

  private void make(List<FluxFile> files, ExemptionAnnotations annotations, List<Draft> pages) {
    var drafts = new ArrayList<Draft>();
    for (var file : files) {
      drafts.add(
          new Draft(file.cluster(), () -> Map.of(file.path(), file.text(annotations, before))));
    }
    // Last, where the largest belong.
    drafts.addAll(pages);
    make(drafts);
  }

  private void make(List<Draft> drafts) {
    var made = jobs.run(drafts.stream().map(Draft::files).toList());
    for (int i = 0; i < made.size(); i++) {
      texts.get(drafts.get(i).cluster()).putAll(made.get(i));
    }
  }

  /** The objects in files of a cluster, by their path below its folder; made when asked for. */
  Map<String, Supplier<List<Emitted>>> objects(String cluster) {
    var objects = new HashMap<String, Supplier<List<Emitted>>>();
    for (var file : fluxFiles) {
      if (file.cluster().equals(cluster) && !file.isCopied()) {
        objects.put(file.path(), file::objects);
      }
    }
    return objects;
  }

  /** All files so far, by the name of the cluster and their path below its folder. */
  SortedMap<String, SortedMap<String, String>> files() {
    return texts;
  }
}

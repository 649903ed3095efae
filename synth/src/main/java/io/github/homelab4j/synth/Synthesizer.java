package io.github.homelab4j.synth;

import io.github.homelab4j.change.Changes;
import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.check.Judging;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.render.ExemptionAnnotations;
import io.github.homelab4j.render.SopsFile;
import io.github.homelab4j.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Resolves, checks and renders a homelab in memory. */
public final class Synthesizer {
  private final Homelab homelab;
  private final Map<String, List<SopsFile>> encrypted = new TreeMap<>();
  private final Timings timings;
  private final Jobs jobs;
  private final Memory memory;

  private Synthesizer(Homelab homelab, Timings timings, Jobs jobs, Memory memory) {
    this.homelab = homelab;
    this.timings = timings;
    this.jobs = jobs;
    this.memory = memory;
  }

  /**
   * All files of a homelab.
   *
   * @throws SynthesisException with everything that is wrong
   */
  public static Synthesis synthesize(Homelab homelab) {
    return synthesize(homelab, Optional.empty(), new Timings());
  }

  /**
   * All files of a homelab, timed, with the encrypted Secrets of {@code
   * <secrets>/<cluster>/*.sops.yaml}.
   *
   * @throws SynthesisException with everything that is wrong
   */
  public static Synthesis synthesize(Homelab homelab, Optional<Path> secrets, Timings timings) {
    return synthesize(homelab, secrets, Optional.empty(), timings);
  }

  /**
   * The same, compared with what an earlier run wrote: changes that a cluster cannot take over are
   * errors unless a component is exempted from them.
   *
   * @param written the folder that holds one folder a cluster; those that are missing are new
   * @throws SynthesisException with everything that is wrong
   */
  public static Synthesis synthesize(
      Homelab homelab, Optional<Path> secrets, Optional<Path> written, Timings timings) {
    return synthesize(homelab, secrets, written, timings, Jobs.onAllCores());
  }

  /**
   * The same, with a number of things made at a time, which does not show in them.
   *
   * @param written the folder that holds one folder a cluster; those that are missing are new
   * @throws SynthesisException with everything that is wrong
   */
  public static Synthesis synthesize(
      Homelab homelab, Optional<Path> secrets, Optional<Path> written, Timings timings, Jobs jobs) {
    return synthesize(homelab, secrets, written, timings, jobs, Memory.none());
  }

  /**
   * The same, after other runs of this process: what they kept is not made again.
   *
   * @param written the folder that holds one folder a cluster; those that are missing are new
   * @param memory what they kept; this run adds to it
   * @throws SynthesisException with everything that is wrong
   */
  public static Synthesis synthesize(
      Homelab homelab,
      Optional<Path> secrets,
      Optional<Path> written,
      Timings timings,
      Jobs jobs,
      Memory memory) {
    return new Synthesizer(homelab, timings, jobs, memory).run(secrets, written);
  }

  private Synthesis run(Optional<Path> secrets, Optional<Path> written) {
    var resolution = timings.time("resolve", () -> Resolver.resolve(homelab, jobs));
    timings.jsiiCalls(resolution.jsiiCalls());
    var findings = new ArrayList<Finding>();
    var encryptedObjects = new TreeMap<String, List<Emitted>>();
    for (var cluster : resolution.clusters()) {
      var files =
          secrets.map(folder -> SopsFile.read(folder, cluster.id(), findings)).orElse(List.of());
      encrypted.put(cluster.id(), files);
      encryptedObjects.put(cluster.id(), files.stream().map(SopsFile::object).toList());
    }
    var pages = new Pages(resolution, encrypted, written);
    var rendering = new Rendering(homelab.plan(), encrypted, jobs, memory.rendered());
    var committed = committed(resolution, written);
    var verdict =
        committed.isEmpty()
            ? first(resolution, encryptedObjects, findings, pages, rendering)
            : again(resolution, encryptedObjects, findings, pages, rendering, committed);
    return new Synthesis(resolution.clusters(), rendering.files(), pages.rootFiles(), verdict);
  }

  // There is nothing to compare with. What checks looked through is gone when files are rendered:
  // that is when most memory is needed.
  private Verdict first(
      Resolution resolution,
      Map<String, List<Emitted>> encryptedObjects,
      List<Finding> findings,
      Pages pages,
      Rendering rendering) {
    var judged =
        timings.time(
            "check", () -> Judged.of(new Judging(resolution, encryptedObjects, jobs), Map.of()));
    var verdict = judged.verdict();
    throwErrors(findings, verdict);
    var annotations = ExemptionAnnotations.of(verdict.exempted());
    annotations.write();
    timings.time(
        "render",
        () -> {
          var drafts = pages.drafts(verdict, judged.start());
          if (memory.isFrugal()) {
            pages.rootFiles();
            rendering.renderAndLetGo(resolution.clusters(), annotations, drafts);
          } else {
            rendering.render(resolution.clusters(), annotations, drafts);
          }
        });
    return verdict;
  }

  // What is exempted shows in the files, and what has changed can only be told by them.
  private Verdict again(
      Resolution resolution,
      Map<String, List<Emitted>> encryptedObjects,
      List<Finding> findings,
      Pages pages,
      Rendering rendering,
      Map<String, CommittedTree> committed) {
    var judging = new Judging(resolution, encryptedObjects, jobs);
    var early = timings.time("check", judging::withoutChanges);
    var annotations =
        ExemptionAnnotations.of(hasErrors(findings, early) ? List.of() : early.exempted());
    timings.time("render", () -> rendering.render(resolution.clusters(), annotations, List.of()));
    var changes = timings.time("compare", () -> changes(committed, rendering));
    var judged = timings.time("check", () -> Judged.of(judging, changes));
    var verdict = judged.verdict();
    throwErrors(findings, verdict);
    var all = ExemptionAnnotations.of(verdict.exempted());
    all.write();
    timings.time(
        "render",
        () ->
            rendering.renderAgain(
                all.beyond(annotations), all, pages.drafts(verdict, judged.start())));
    return verdict;
  }

  private static void throwErrors(List<Finding> findings, Verdict verdict) {
    if (hasErrors(findings, verdict)) {
      var all = new ArrayList<>(findings);
      all.addAll(verdict.findings());
      throw new SynthesisException(all);
    }
  }

  private static boolean hasErrors(List<Finding> findings, Verdict verdict) {
    return Stream.concat(findings.stream(), verdict.findings().stream())
        .anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  private static Map<String, CommittedTree> committed(
      Resolution resolution, Optional<Path> written) {
    var trees = new TreeMap<String, CommittedTree>();
    for (var cluster : resolution.clusters()) {
      written
          .map(folder -> CommittedTree.read(folder.resolve(cluster.id())))
          .filter(tree -> !tree.isEmpty())
          .ifPresent(tree -> trees.put(cluster.id(), tree));
    }
    return trees;
  }

  private Map<String, Changes> changes(Map<String, CommittedTree> committed, Rendering rendering) {
    var changes = new TreeMap<String, Changes>();
    committed.forEach(
        (cluster, tree) ->
            changes.put(
                cluster,
                Changes.between(
                    tree, rendering.files().get(cluster), rendering.objects(cluster), jobs)));
    return changes;
  }

  private record Judged(Verdict verdict, StartGraph start) {
    static Judged of(Judging judging, Map<String, Changes> changes) {
      var verdict = judging.all(changes);
      return new Judged(verdict, judging.startGraph());
    }
  }
}

package io.github.homelab4j.synth;

import io.github.homelab4j.bootstrap.BootstrapFiles;
import io.github.homelab4j.change.Changes;
import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.render.ClusterReadme;
import io.github.homelab4j.render.ExemptionAnnotations;
import io.github.homelab4j.render.ExemptionsPage;
import io.github.homelab4j.render.HomelabReadme;
import io.github.homelab4j.render.Inventory;
import io.github.homelab4j.render.Jobs;
import io.github.homelab4j.render.LockFile;
import io.github.homelab4j.render.SopsFile;
import io.github.homelab4j.rule.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * The same, with a number of files rendered at a time, which does not show in them.
   *
   * @param written the folder that holds one folder a cluster; those that are missing are new
   * @throws SynthesisException with everything that is wrong
   */
  public static Synthesis synthesize(
      Homelab homelab, Optional<Path> secrets, Optional<Path> written, Timings timings, Jobs jobs) {
    var resolution = timings.time("resolve", () -> Resolver.resolve(homelab));
    timings.jsiiCalls(resolution.jsiiCalls());
    var findings = new ArrayList<Finding>();
    var encrypted = new TreeMap<String, List<SopsFile>>();
    for (var cluster : resolution.clusters()) {
      encrypted.put(
          cluster.id(),
          secrets.map(folder -> SopsFile.read(folder, cluster.id(), findings)).orElse(List.of()));
    }
    var trees = new Trees(homelab.plan(), encrypted, jobs);
    var changes = timings.time("compare", () -> changes(resolution, written, trees));
    var verdict = timings.time("check", () -> Checks.run(resolution, changes, objects(encrypted)));
    findings.addAll(verdict.findings());
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
      throw new SynthesisException(findings);
    }
    ExemptionAnnotations.add(verdict);
    // What was rendered to be compared does not have them yet.
    var annotated =
        verdict.exempted().isEmpty() ? trees : new Trees(homelab.plan(), encrypted, jobs);
    return timings.time("render", () -> render(resolution, verdict, annotated, encrypted, written));
  }

  private static Map<String, List<Emitted>> objects(Map<String, List<SopsFile>> encrypted) {
    var objects = new TreeMap<String, List<Emitted>>();
    encrypted.forEach(
        (cluster, files) -> objects.put(cluster, files.stream().map(SopsFile::object).toList()));
    return objects;
  }

  // The files are needed to tell which of those that were written before are others now.
  private static Map<String, Changes> changes(
      Resolution resolution, Optional<Path> written, Trees trees) {
    var changes = new TreeMap<String, Changes>();
    for (var cluster : resolution.clusters()) {
      written
          .map(folder -> CommittedTree.read(folder.resolve(cluster.id())))
          .filter(tree -> !tree.isEmpty())
          .ifPresent(tree -> changes.put(cluster.id(), Changes.between(tree, trees.of(cluster))));
    }
    return changes;
  }

  private static Synthesis render(
      Resolution resolution,
      Verdict verdict,
      Trees trees,
      Map<String, List<SopsFile>> encrypted,
      Optional<Path> written) {
    var files = new TreeMap<String, SortedMap<String, String>>();
    var plan = resolution.homelab().plan();
    var start = StartGraph.of(resolution);
    for (ClusterModel cluster : resolution.clusters()) {
      var tree = new TreeMap<>(trees.of(cluster));
      hostFiles(cluster).forEach(file -> tree.put(file.output(), file.text()));
      tree.putAll(BootstrapFiles.of(plan, cluster, start, encrypted.get(cluster.id())));
      tree.put("inventory.json", Inventory.of(resolution, cluster, verdict));
      tree.put("EXEMPTIONS.md", ExemptionsPage.of(cluster, verdict));
      tree.put("README.md", ClusterReadme.of(resolution, cluster));
      files.put(cluster.id(), tree);
    }
    return new Synthesis(resolution.clusters(), files, rootFiles(resolution, written), verdict);
  }

  private static List<HostFile> hostFiles(ClusterModel cluster) {
    return cluster.hosts().stream()
        .flatMap(unit -> unit.component().stream())
        .flatMap(component -> ((HostComponent) component).files().stream())
        .toList();
  }

  // A lock that nothing needs any more says so.
  private static SortedMap<String, String> rootFiles(
      Resolution resolution, Optional<Path> written) {
    var plan = resolution.homelab().plan();
    var lock = written.map(folder -> folder.resolve(LockFile.name(plan)));
    var files = new TreeMap<String, String>();
    files.put("README.md", HomelabReadme.of(resolution));
    if (LockFile.isNeeded(plan) || lock.filter(Files::exists).isPresent()) {
      files.put(LockFile.name(plan), LockFile.of(plan));
    }
    return files;
  }
}

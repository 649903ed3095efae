package io.github.homelab4j.synth;

import io.github.homelab4j.bootstrap.BootstrapFiles;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.LinkEnds;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.render.ClusterReadme;
import io.github.homelab4j.render.ExemptionsPage;
import io.github.homelab4j.render.HomelabReadme;
import io.github.homelab4j.render.Inventory;
import io.github.homelab4j.render.LockFile;
import io.github.homelab4j.render.SopsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is written beside what Flux reads: files of machines, and pages for people and programs. */
final class Pages {
  private final Resolution resolution;
  private final Map<String, List<SopsFile>> encrypted;
  private final Optional<Path> written;
  private SortedMap<String, String> rootFiles;

  Pages(Resolution resolution, Map<String, List<SopsFile>> encrypted, Optional<Path> written) {
    this.resolution = resolution;
    this.encrypted = encrypted;
    this.written = written;
  }

  /** Those of all clusters. */
  List<Draft> drafts(Verdict verdict, StartGraph start) {
    var drafts = new ArrayList<Draft>();
    var plan = resolution.homelab().plan();
    var links = new LinkEnds(resolution);
    for (var cluster : resolution.clusters()) {
      var id = cluster.id();
      drafts.add(new Draft(id, () -> hostFiles(cluster)));
      drafts.add(new Draft(id, () -> BootstrapFiles.of(plan, cluster, start, encrypted.get(id))));
      drafts.add(
          new Draft(id, () -> Map.of("inventory.json", Inventory.of(links, cluster, verdict))));
      drafts.add(new Draft(id, () -> Map.of("EXEMPTIONS.md", ExemptionsPage.of(cluster, verdict))));
      drafts.add(new Draft(id, () -> Map.of("README.md", ClusterReadme.of(resolution, cluster))));
    }
    return drafts;
  }

  private static Map<String, String> hostFiles(ClusterModel cluster) {
    var files = new TreeMap<String, String>();
    cluster.hosts().stream()
        .flatMap(unit -> unit.component().stream())
        .flatMap(component -> ((HostComponent) component).files().stream())
        .forEach(file -> files.put(file.output(), file.text()));
    return files;
  }

  /** Those beside the clusters' folders. A lock that nothing needs any more says so. */
  SortedMap<String, String> rootFiles() {
    if (rootFiles == null) {
      rootFiles = makeRootFiles();
    }
    return rootFiles;
  }

  private SortedMap<String, String> makeRootFiles() {
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

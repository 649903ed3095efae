package io.github.homelab4j.write;

import io.github.homelab4j.plan.AddressLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out what a run changes, and whose files are in the way, before anything is changed. */
final class Planner {
  private final Tree tree;
  private final SortedMap<String, Step> removals = new TreeMap<>();
  private final List<Step> writes = new ArrayList<>();
  private final List<Step> listings = new ArrayList<>();
  private final Map<String, String> contents = new HashMap<>();
  private final SortedSet<String> disputed = new TreeSet<>();
  private final SortedSet<String> obstacles = new TreeSet<>();

  private Planner(Tree tree) {
    this.tree = tree;
  }

  static Plan plan(Tree tree, Output output, boolean adopt) throws IOException {
    var planner = new Planner(tree);
    var clusters = new TreeMap<String, Integer>();
    for (var cluster : output.clusters().entrySet()) {
      clusters.put(cluster.getKey(), planner.folder(cluster.getKey() + "/", cluster.getValue()));
    }
    int rootFiles = output.rootFiles().isEmpty() ? 0 : planner.folder("", output.rootFiles());
    planner.settle(adopt);
    return new Plan(planner.steps(), planner.contents, new Written(clusters, rootFiles));
  }

  private List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (var part : List.of(removals.values(), writes, listings)) {
      for (var step : part) {
        steps.add(step.named(Journal.name(steps.size())));
      }
    }
    return steps;
  }

  private int folder(String folder, SortedMap<String, String> files) throws IOException {
    int before = removals.size() + writes.size();
    var ownership = Ownership.read(tree, folder);
    var listed = new TreeMap<String, String>();
    for (var path : ownership.pathsBeside(files.keySet())) {
      if (folder.isEmpty()) {
        ownership.standing(tree, path).ifPresent(hash -> listed.put(path, hash));
      } else {
        remove(folder + path, ownership, path);
      }
    }
    for (var found : Survey.of(tree, folder, files)) {
      listed.put(found.path(), found.sha256());
      write(folder + found.path(), found, ownership);
    }
    int changed = removals.size() + writes.size() - before;
    listing(folder + Ownership.NAME, Ownership.listing(listed));
    return changed;
  }

  private void remove(String path, Ownership ownership, String listed) throws IOException {
    var entry = tree.entry(path);
    above(path, entry);
    refuseLink(path, entry.kind());
    if (entry.kind() == Tree.Kind.FILE) {
      removals.put(path, Step.planned(path, entry.sha256(), Step.ABSENT));
      if (!ownership.owns(listed, entry.sha256())) {
        disputed.add(path);
      }
    }
  }

  // The lock of addresses is read before it is written, and owners take lines out of it.
  private void write(String path, Survey.Found found, Ownership ownership) throws IOException {
    var there = found.there();
    refuse(path, there);
    if (found.isSame()) {
      return;
    }
    if (there.kind() == Tree.Kind.FILE
        && !ownership.owns(found.path(), there.sha256())
        && !path.endsWith(AddressLock.SUFFIX)) {
      disputed.add(path);
    }
    writes.add(Step.planned(path, there.sha256(), found.sha256()));
    contents.put(path, found.content());
  }

  private void listing(String path, String content) throws IOException {
    var found = Survey.of(tree, "", path, content);
    refuse(path, found.there());
    if (!found.isSame()) {
      listings.add(Step.planned(path, found.there().sha256(), found.sha256()));
      contents.put(path, content);
    }
  }

  // What stands where a file goes and no run ever moves away is told.
  private void refuse(String path, Tree.Entry entry) throws IOException {
    var above = above(path, entry);
    if (above.isPresent() && !removals.containsKey(above.get())) {
      var file = tree.entry(above.get());
      removals.put(above.get(), Step.planned(above.get(), file.sha256(), Step.ABSENT));
      disputed.add(above.get());
    }
    refuseLink(path, entry.kind());
    if (entry.kind() == Tree.Kind.FOLDER && !isEmptied(path)) {
      obstacles.add("%s is a folder where a file goes: move it away".formatted(path));
    }
  }

  // The file that stands where a folder above a path would be.
  private Optional<String> above(String path, Tree.Entry entry) throws IOException {
    if (entry.kind() != Tree.Kind.HIDDEN) {
      return Optional.empty();
    }
    var above = tree.obstacle(path).orElseThrow();
    var kind = tree.kind(above);
    refuseLink(above, kind);
    return kind == Tree.Kind.FILE ? Optional.of(above) : Optional.empty();
  }

  private void refuseLink(String path, Tree.Kind kind) {
    if (kind == Tree.Kind.LINK || kind == Tree.Kind.OTHER) {
      obstacles.add(
          "%s is %s, and nothing is written through or over one: move it away"
              .formatted(path, kind == Tree.Kind.LINK ? "a symbolic link" : "no plain file"));
    }
  }

  private boolean isEmptied(String folder) throws IOException {
    try (var below = Files.walk(tree.resolve(folder))) {
      return below
          .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> tree.root().relativize(path).toString().replace('\\', '/'))
          .allMatch(removals::containsKey);
    }
  }

  private void settle(boolean adopt) {
    if (!obstacles.isEmpty()) {
      throw new WriteException(String.join("\n", obstacles));
    }
    if (adopt || disputed.isEmpty()) {
      return;
    }
    disputed.removeAll(Head.unchanged(tree.root(), disputed));
    if (!disputed.isEmpty()) {
      throw new WriteException(
          "%s has files that were not written by homelab4j, or were edited since:\n  %s\nrestore them with git checkout, move them away, or let them be replaced with synth --adopt (mvn package -Dhomelab4j.adopt)"
              .formatted(tree.root(), String.join("\n  ", disputed)));
    }
  }
}

package io.github.homelab4j.write;

import io.github.homelab4j.plan.AddressLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
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
  private final SortedMap<String, byte[]> contents = new TreeMap<>();
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
    var steps = new ArrayList<>(planner.removals.values());
    steps.addAll(planner.writes);
    steps.addAll(planner.listings);
    return new Plan(steps, planner.contents, new Written(clusters, rootFiles));
  }

  private int folder(String folder, SortedMap<String, String> files) throws IOException {
    int before = removals.size() + writes.size();
    var ownership = Ownership.read(tree, folder);
    var listed = new TreeMap<String, String>();
    for (var path : ownership.paths()) {
      if (files.containsKey(path)) {
        continue;
      }
      if (folder.isEmpty()) {
        ownership.standing(tree, path).ifPresent(hash -> listed.put(path, hash));
      } else {
        remove(folder + path, ownership, path);
      }
    }
    for (var file : files.entrySet()) {
      var content = file.getValue().getBytes(StandardCharsets.UTF_8);
      listed.put(file.getKey(), Sha256.of(content));
      write(folder + file.getKey(), content, ownership, file.getKey());
    }
    int changed = removals.size() + writes.size() - before;
    listing(folder + Ownership.NAME, Ownership.listing(listed).getBytes(StandardCharsets.UTF_8));
    return changed;
  }

  private void remove(String path, Ownership ownership, String listed) throws IOException {
    var entry = tree.entry(path);
    above(path, entry);
    refuseLink(path, entry.kind());
    if (entry.kind() == Tree.Kind.FILE) {
      removals.put(path, new Step(path, entry.sha256(), Step.ABSENT));
      if (!ownership.owns(listed, entry.sha256())) {
        disputed.add(path);
      }
    }
  }

  // The lock of addresses is read before it is written, and owners take lines out of it.
  private void write(String path, byte[] content, Ownership ownership, String listed)
      throws IOException {
    var entry = place(path);
    var hash = Sha256.of(content);
    if (entry.sha256().equals(hash)) {
      return;
    }
    if (entry.kind() == Tree.Kind.FILE
        && !ownership.owns(listed, entry.sha256())
        && !path.endsWith(AddressLock.SUFFIX)) {
      disputed.add(path);
    }
    writes.add(new Step(path, entry.sha256(), hash));
    contents.put(path, content);
  }

  private void listing(String path, byte[] content) throws IOException {
    var entry = place(path);
    if (!entry.sha256().equals(Sha256.of(content))) {
      listings.add(new Step(path, entry.sha256(), Sha256.of(content)));
      contents.put(path, content);
    }
  }

  // What stands where a file goes; what no run ever moves away is told.
  private Tree.Entry place(String path) throws IOException {
    var entry = tree.entry(path);
    var above = above(path, entry);
    if (above.isPresent() && !removals.containsKey(above.get())) {
      var file = tree.entry(above.get());
      removals.put(above.get(), new Step(above.get(), file.sha256(), Step.ABSENT));
      disputed.add(above.get());
    }
    refuseLink(path, entry.kind());
    if (entry.kind() == Tree.Kind.FOLDER && !isEmptied(path)) {
      obstacles.add("%s is a folder where a file goes: move it away".formatted(path));
    }
    return entry;
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

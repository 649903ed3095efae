package io.github.homelab4j.diff;

import io.github.homelab4j.change.CommittedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the files that are not for Flux: those of machines, and those of the bootstrap. */
final class FileDiffs {
  private static final String HOSTS = "hosts/";
  private static final String BOOTSTRAP = "bootstrap";

  private final CommittedTree before;
  private final CommittedTree after;
  // Read where a file differs: an inventory is as large as all that it lists.
  private FileOwners old;
  private FileOwners now;

  private FileDiffs(CommittedTree before, CommittedTree after) {
    this.before = before;
    this.after = after;
  }

  /** The files that differ, by the component that writes them. */
  static SortedMap<String, List<FileDiff>> between(CommittedTree before, CommittedTree after) {
    return new FileDiffs(before, after).all();
  }

  private SortedMap<String, List<FileDiff>> all() {
    var found = new TreeMap<String, List<FileDiff>>();
    var gone = before.files();
    var there = after.files();
    var paths = new TreeSet<>(gone);
    paths.addAll(there);
    for (var path : paths) {
      if (!path.startsWith(HOSTS) && !path.startsWith(BOOTSTRAP + "/")) {
        continue;
      }
      if (!gone.contains(path)) {
        add(found, ObjectDiff.Change.ADDED, path);
      } else if (!there.contains(path)) {
        add(found, ObjectDiff.Change.REMOVED, path);
      } else if (!after.content(path).equals(before.content(path))) {
        add(found, ObjectDiff.Change.CHANGED, path);
      }
    }
    return found;
  }

  private void add(SortedMap<String, List<FileDiff>> found, ObjectDiff.Change change, String path) {
    if (now == null) {
      old = FileOwners.of(before);
      now = FileOwners.of(after);
    }
    var lines = List.<String>of();
    var marks = List.<Mark>of();
    // What the bootstrap installs and says follows from what is compared elsewhere.
    if (change == ObjectDiff.Change.CHANGED && path.startsWith(HOSTS)) {
      lines = Lines.between(before.content(path), after.content(path));
      marks = WaysIn.opened(now.kind(path), before.content(path), after.content(path), lines);
    }
    found
        .computeIfAbsent(owner(path), key -> new ArrayList<>())
        .add(new FileDiff(change, path, lines, marks));
  }

  private String owner(String path) {
    if (!path.startsWith(HOSTS)) {
      return BOOTSTRAP;
    }
    return now.component(path)
        .or(() -> old.component(path))
        .orElse("machine " + path.split("/")[1]);
  }
}

package io.github.homelab4j.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Files of a component that differ alike, as those of its machines often do.
 *
 * @param files the files, as {@code file hosts/node1/etc/exports}
 * @param like what is the same of all of them
 */
record FileGroup(List<String> files, FileDiff like) {
  private static final int SHOWN = 20;
  private static final int LONG = 160;

  static List<FileGroup> of(List<FileDiff> files) {
    var groups = new LinkedHashMap<FileDiff, List<String>>();
    for (var file : files) {
      // What only exists on one side has nothing more to say.
      var name = file.change() == ObjectDiff.Change.CHANGED ? "" : file.file();
      groups
          .computeIfAbsent(
              new FileDiff(file.change(), name, file.lines(), file.marks()),
              key -> new ArrayList<>())
          .add("file " + file.file());
    }
    var list = new ArrayList<FileGroup>();
    groups.forEach((like, names) -> list.add(new FileGroup(List.copyOf(names), like)));
    return list;
  }

  /** The first of its lines, and how many there are more. */
  List<String> shown() {
    var lines = new ArrayList<String>();
    like.lines().stream()
        .limit(SHOWN)
        .map(line -> line.length() > LONG ? line.substring(0, LONG) + "…" : line)
        .forEach(lines::add);
    if (like.lines().size() > SHOWN) {
      lines.add("… and %s lines more".formatted(like.lines().size() - SHOWN));
    }
    return lines;
  }
}

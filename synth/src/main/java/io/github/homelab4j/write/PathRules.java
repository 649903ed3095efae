package io.github.homelab4j.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which paths are written: those that stay below the root, and that every file system tells apart.
 * A repository with another one could not be checked out on Windows or a Mac.
 */
final class PathRules {
  private static final int LONGEST_NAME = 255;
  // The colon is left to the names of Kubernetes' own roles, as in system:metrics.
  private static final String FORBIDDEN = "\"*<>?|\\";
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
  private static final Pattern WINDOWS =
      Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|com[0-9]|lpt[0-9]) *([.:].*)?");

  private PathRules() {}

  /** What is wrong with the paths of a run, one sentence each, sorted. */
  static SortedSet<String> problems(Output output) {
    var problems = new TreeSet<String>();
    var known = new HashSet<String>();
    add("", output.rootFiles().keySet(), known, problems);
    output
        .clusters()
        .forEach((cluster, files) -> add(cluster + "/", files.keySet(), known, problems));
    var paths = new ArrayList<>(known);
    Collections.sort(paths);
    var folders = new HashSet<String>();
    var folded = new HashMap<String, String>();
    for (var path : paths) {
      var folder = Tree.parent(path);
      // Many files share a folder, which is judged with the first of them.
      boolean judged = folders.contains(folder);
      var problem = judged ? problem(path, path.substring(folder.length() + 1)) : problem(path);
      if (!problem.isEmpty()) {
        problems.add(problem);
        continue;
      }
      for (var up = folder; !up.isEmpty() && folders.add(up); up = Tree.parent(up)) {
        clash(up, folded, problems);
      }
      clash(path, folded, problems);
    }
    if (!Collections.disjoint(folders, known)) {
      paths.forEach(path -> inFile(path, known, problems));
    }
    return problems;
  }

  /** Whether a path that was read, not made by this run, may be touched at all. */
  static boolean isSafe(String path) {
    return problem(path).isEmpty();
  }

  private static void add(
      String folder, Collection<String> paths, Set<String> known, SortedSet<String> problems) {
    paths.forEach(path -> known.add(folder + path));
    if (!known.add(folder + Ownership.NAME)) {
      problems.add(
          "%s is the list of what is written there: choose another name"
              .formatted(folder + Ownership.NAME));
    }
  }

  private static void inFile(String path, Set<String> known, SortedSet<String> problems) {
    for (var up = Tree.parent(path); !up.isEmpty(); up = Tree.parent(up)) {
      if (known.contains(up) && isSafe(path)) {
        problems.add(
            "%s is a file, and %s lies in it as in a folder: rename one".formatted(up, path));
      }
    }
  }

  private static void clash(String path, Map<String, String> folded, SortedSet<String> problems) {
    var other = folded.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
    if (other != null && !other.equals(path)) {
      problems.add(
          "%s and %s are the same where capitals do not count, on Windows and Macs: rename one"
              .formatted(other, path));
    }
  }

  private static String problem(String path) {
    if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
      return "%s is absolute: give a path below the cluster's folder".formatted(shown(path));
    }
    for (var name : path.split("/", -1)) {
      var problem = problem(path, name);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private static String problem(String path, String name) {
    var small = name.toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return "%s has %s for a name: give a path below the cluster's folder"
          .formatted(shown(path), name.isEmpty() ? "nothing" : name);
    }
    if (!isPortable(name)) {
      return "%s has characters that not every file system can hold: use ASCII without \" * < > ? | and \\"
          .formatted(shown(path));
    }
    if (name.length() > LONGEST_NAME) {
      return "%s has a name of %s bytes, and file systems end at %s: choose a shorter one"
          .formatted(path, name.length(), LONGEST_NAME);
    }
    if (WINDOWS.matcher(small).matches() || name.endsWith(".") || name.endsWith(" ")) {
      return "%s has the name %s, which Windows keeps for itself: choose another"
          .formatted(path, name);
    }
    if (small.equals(".git") || small.equals(StateFolder.NAME)) {
      return "%s has the name %s, which is not for files of clusters: choose another"
          .formatted(path, name);
    }
    return "";
  }

  // Without a pattern: each run judges the name of each file.
  private static boolean isPortable(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~' || FORBIDDEN.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static String shown(String path) {
    var text = new StringBuilder();
    path.chars()
        .forEach(
            c ->
                text.append(
                    c < ' ' || c > '~' ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
    return text.toString();
  }
}

package io.github.homelab4j.change;

import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.jobs.Jobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a run changes of the tree of a cluster: the objects of files that are others or gone. */
public final class Changes {
  private static final Changes NONE =
      new Changes(CommittedTree.of(new TreeMap<>()), new LinkedHashMap<>());

  private final CommittedTree tree;
  private final Map<String, Committed> before;
  private final Map<String, List<Committed>> byName = new HashMap<>();

  private Changes(CommittedTree tree, Map<String, Committed> before) {
    this.tree = tree;
    this.before = before;
    for (var object : before.values()) {
      byName.computeIfAbsent(name(object), key -> new ArrayList<>()).add(object);
    }
  }

  /** Nothing, as when a tree is written for the first time. */
  public static Changes none() {
    return NONE;
  }

  /**
   * Compares a tree with the files that would replace it.
   *
   * @param after the new files by their path below the cluster's folder
   */
  public static Changes between(CommittedTree tree, SortedMap<String, String> after) {
    return between(tree, after, Map.of(), Jobs.of(1));
  }

  /**
   * The same, where the objects of new files are at hand: a file that is as it was holds the same,
   * and is not read.
   *
   * @param after the new files by their path below the cluster's folder
   * @param objects the objects of new files
   */
  public static Changes between(
      CommittedTree tree,
      SortedMap<String, String> after,
      Map<String, Supplier<List<Emitted>>> objects,
      Jobs jobs) {
    var paths = List.copyOf(tree.files());
    var same = jobs.run(paths.stream().map(path -> holds(tree, path, after.get(path))).toList());
    var changed = new ArrayList<String>();
    for (int i = 0; i < paths.size(); i++) {
      var path = paths.get(i);
      if (!same.get(i)) {
        changed.add(path);
      } else if (objects.containsKey(path)) {
        tree.know(path, objects.get(path));
      }
    }
    var before = new LinkedHashMap<String, Committed>();
    for (var path : changed) {
      tree.objects(path).forEach(object -> before.put(object.key(), object));
    }
    return before.isEmpty() ? NONE : new Changes(tree, before);
  }

  private static Supplier<Boolean> holds(CommittedTree tree, String path, String content) {
    return () -> content != null && tree.holds(path, content);
  }

  /** How an object was written before; empty when it is new or its file is as it was. */
  public Optional<Committed> before(String key) {
    return Optional.ofNullable(before.get(key));
  }

  /** Whether an object was not written before; reads the whole tree. */
  public boolean isNew(String key) {
    return tree.objects().stream().noneMatch(object -> object.key().equals(key));
  }

  /** The objects of files that are others or gone, in the order of the files. */
  public List<Committed> before() {
    return List.copyOf(before.values());
  }

  /** Objects of a group, kind and name that were written before, in any namespace. */
  public List<Committed> named(String group, String kind, String name) {
    return byName.getOrDefault("%s/%s/%s".formatted(group, kind, name), List.of());
  }

  private static String name(Committed committed) {
    var object = committed.object();
    return "%s/%s/%s".formatted(object.group(), object.kind(), object.name());
  }
}

package io.github.homelab4j.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.change.Committed;
import io.github.homelab4j.change.CommittedTree;
import io.github.homelab4j.change.Difference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Compares two trees of a cluster by what they mean. */
public final class TreeDiff {
  private static final int LONG = 80;

  private final Map<String, List<ObjectDiff>> objects = new TreeMap<>();
  private final Map<String, List<Bump>> bumps = new TreeMap<>();

  private final Hindrances hindrances;

  private TreeDiff(Hindrances hindrances) {
    this.hindrances = hindrances;
  }

  /**
   * What differs.
   *
   * @param origin the line of the stack that composes a component, or nothing
   */
  public static ClusterDiff between(
      String cluster, CommittedTree before, CommittedTree after, UnaryOperator<String> origin) {
    var folders = folders(before, after);
    var old = byKey(before, folders);
    var now = byKey(after, folders);
    var diff = new TreeDiff(new Hindrances(before, after));
    old.forEach(
        (key, object) -> {
          if (!now.containsKey(key)) {
            diff.add(
                object,
                new ObjectDiff(
                    ObjectDiff.Change.REMOVED,
                    object.object().describe(),
                    object.file(),
                    List.of(),
                    Dangers.removed(object)));
          }
        });
    now.forEach((key, object) -> diff.compare(old.get(key), object));
    return new ClusterDiff(cluster, diff.components(origin, FileDiffs.between(before, after)));
  }

  private static Map<String, Committed> byKey(CommittedTree tree, Set<String> folders) {
    var objects = new LinkedHashMap<String, Committed>();
    for (var path : tree.files()) {
      if (folders.contains(folder(path))) {
        tree.objects(path).forEach(object -> objects.put(object.key(), object));
      }
    }
    return objects;
  }

  // Only what can differ is parsed: of one changed setting, a component. All of it, for what an
  // unchanged release installs stands in the file beside it.
  private static Set<String> folders(CommittedTree before, CommittedTree after) {
    var folders = new HashSet<String>();
    for (var path : after.files()) {
      if (!before.content(path).equals(after.content(path))) {
        folders.add(folder(path));
      }
    }
    var there = after.files();
    for (var path : before.files()) {
      if (!there.contains(path)) {
        folders.add(folder(path));
      }
    }
    return folders;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private void compare(Committed before, Committed after) {
    if (before == null) {
      add(
          after,
          new ObjectDiff(
              ObjectDiff.Change.ADDED,
              after.object().describe(),
              after.file(),
              List.of(),
              Dangers.added(after.object())));
      return;
    }
    var fields = new ArrayList<ObjectDiff.Field>();
    var marks = new ArrayList<Mark>();
    for (var difference : Difference.between(before.object().tree(), after.object().tree())) {
      var bump = Bumps.of(after.object(), difference);
      if (bump.isPresent()) {
        bumps.computeIfAbsent(component(after.file()), key -> new ArrayList<>()).add(bump.get());
      } else {
        fields.add(
            new ObjectDiff.Field(
                difference.field(), text(difference.before()), text(difference.after())));
        marks.addAll(Dangers.changed(after.object(), difference));
      }
    }
    marks.addAll(hindrances.of(before, after));
    if (!fields.isEmpty() || !marks.isEmpty()) {
      add(
          after,
          new ObjectDiff(
              ObjectDiff.Change.CHANGED,
              after.object().describe(),
              after.file(),
              fields,
              marks.stream().distinct().toList()));
    }
  }

  private void add(Committed where, ObjectDiff diff) {
    objects.computeIfAbsent(component(where.file()), key -> new ArrayList<>()).add(diff);
  }

  private List<ComponentDiff> components(
      UnaryOperator<String> origin, Map<String, List<FileDiff>> files) {
    var names = new java.util.TreeSet<>(objects.keySet());
    names.addAll(bumps.keySet());
    names.addAll(files.keySet());
    return names.stream()
        .map(
            name ->
                new ComponentDiff(
                    name,
                    origin.apply(name),
                    bumps.getOrDefault(name, List.of()).stream().distinct().toList(),
                    objects.getOrDefault(name, List.of()),
                    files.getOrDefault(name, List.of())))
        .toList();
  }

  // apps/<namespace>/<component>/…, apps/<namespace>/namespace.yaml, flux/…
  private static String component(String file) {
    var parts = file.split("/");
    return parts.length > 3 ? parts[2] : parts.length == 3 ? "namespace " + parts[1] : parts[0];
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return "";
    }
    var text = node.isValueNode() ? node.asText() : node.toString();
    var line = text.lines().findFirst().orElse("");
    return line.length() < text.length() || line.length() > LONG
        ? line.substring(0, Math.min(line.length(), LONG)) + "…"
        : line;
  }
}

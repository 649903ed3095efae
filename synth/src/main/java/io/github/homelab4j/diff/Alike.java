package io.github.homelab4j.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What many objects of a cluster have changed alike, and what is left when that is taken out.
 *
 * @param groups what is alike, each with its objects
 * @param rest everything else
 */
record Alike(List<Group> groups, ClusterDiff rest) {
  private static final int MANY = 3;

  /**
   * What the same objects have changed alike.
   *
   * @param objects the objects, as {@code HelmRelease harbor/harbor}
   * @param fields the fields
   * @param marks the dangers, and what Flux would do
   */
  record Group(List<String> objects, List<ObjectDiff.Field> fields, List<Mark> marks) {}

  static Alike of(ClusterDiff diff) {
    var groups = new LinkedHashMap<List<String>, Group>();
    var fields = new LinkedHashMap<ObjectDiff.Field, List<String>>();
    var marks = new LinkedHashMap<Mark, List<String>>();
    for (var component : diff.components()) {
      for (var object : component.objects()) {
        if (object.change() == ObjectDiff.Change.CHANGED) {
          object.fields().forEach(field -> add(fields, field, object));
          object.marks().forEach(mark -> add(marks, mark, object));
        }
      }
    }
    fields.values().removeIf(objects -> objects.size() < MANY);
    marks.values().removeIf(objects -> objects.size() < MANY);
    fields.forEach((field, objects) -> group(groups, objects).fields().add(field));
    marks.forEach((mark, objects) -> group(groups, objects).marks().add(mark));
    return new Alike(List.copyOf(groups.values()), without(diff, fields, marks));
  }

  private static <T> void add(Map<T, List<String>> all, T what, ObjectDiff object) {
    all.computeIfAbsent(what, key -> new ArrayList<>()).add(object.object());
  }

  private static Group group(Map<List<String>, Group> groups, List<String> objects) {
    return groups.computeIfAbsent(
        objects, key -> new Group(key, new ArrayList<>(), new ArrayList<>()));
  }

  private static ClusterDiff without(
      ClusterDiff diff, Map<ObjectDiff.Field, List<String>> fields, Map<Mark, List<String>> marks) {
    var components = new ArrayList<ComponentDiff>();
    for (var component : diff.components()) {
      var objects =
          component.objects().stream()
              .map(object -> without(object, fields, marks))
              .filter(object -> !isEmpty(object))
              .toList();
      if (!objects.isEmpty() || !component.bumps().isEmpty() || !component.files().isEmpty()) {
        components.add(
            new ComponentDiff(
                component.component(),
                component.origin(),
                component.bumps(),
                objects,
                component.files()));
      }
    }
    return new ClusterDiff(diff.cluster(), components);
  }

  private static ObjectDiff without(
      ObjectDiff object,
      Map<ObjectDiff.Field, List<String>> fields,
      Map<Mark, List<String>> marks) {
    if (object.change() != ObjectDiff.Change.CHANGED) {
      return object;
    }
    return new ObjectDiff(
        object.change(),
        object.object(),
        object.file(),
        object.fields().stream().filter(field -> !fields.containsKey(field)).toList(),
        object.marks().stream().filter(mark -> !marks.containsKey(mark)).toList());
  }

  private static boolean isEmpty(ObjectDiff object) {
    return object.change() == ObjectDiff.Change.CHANGED
        && object.fields().isEmpty()
        && object.marks().isEmpty();
  }
}

package io.github.homelab4j.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who brings the definitions of which API groups: components that say so, and whoever emits
 * definitions as objects.
 */
public final class Definitions {
  private static final String DEFINITION = "CustomResourceDefinition";

  private final SortedMap<String, List<Unit>> installers = new TreeMap<>();

  /** Those of some units. */
  public Definitions(List<Unit> units) {
    units.forEach(this::add);
  }

  private void add(Unit unit) {
    unit.component()
        .ifPresent(component -> component.installs().forEach(group -> add(group, unit)));
    unit.objects()
        .filter(object -> object.kind().equals(DEFINITION))
        .forEach(object -> add(object.at("/spec/group").asText(), unit));
  }

  private void add(String group, Unit unit) {
    var units = installers.computeIfAbsent(group, key -> new ArrayList<>());
    if (!units.contains(unit)) {
      units.add(unit);
    }
  }

  /** Who brings which group. */
  public SortedMap<String, List<Unit>> installers() {
    return Collections.unmodifiableSortedMap(installers);
  }

  /** Who brings a group, in the order of the stack. */
  public List<Unit> installers(String group) {
    return installers.getOrDefault(group, List.of());
  }

  /**
   * The groups that a part needs somebody else's definitions of, each with what needs it: its
   * objects, and what its chart's templates or its operator emit.
   */
  public SortedMap<String, String> needed(Part part) {
    var groups = new TreeMap<String, String>();
    part.objects().forEach(object -> groups.putIfAbsent(object.group(), object.describe()));
    if (!part.isConfig()) {
      part.unit()
          .component()
          .ifPresent(
              component ->
                  component.uses().forEach(group -> groups.putIfAbsent(group, "its chart")));
    }
    groups
        .keySet()
        .removeIf(group -> ApiGroups.isBuiltIn(group) || installers(group).contains(part.unit()));
    return groups;
  }
}

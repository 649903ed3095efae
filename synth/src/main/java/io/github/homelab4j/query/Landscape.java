package io.github.homelab4j.query;

import io.github.homelab4j.check.Near;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.query.Thing.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a homelab is made of, and what needs what: the references of its components, and
 * the addresses, names and machines that stand in what they emit.
 */
public final class Landscape {
  private final Set<Thing> things = new TreeSet<>();
  private final Map<Thing, List<Need>> needs = new TreeMap<>();
  private final Map<Thing, List<Need>> users = new TreeMap<>();

  Landscape() {}

  /** The landscape of a homelab. */
  public static Landscape of(Resolution resolution) {
    return new Survey(resolution).take();
  }

  void add(Thing thing) {
    things.add(thing);
  }

  void add(Need need) {
    add(need.consumer());
    add(need.provider());
    var known = needs.computeIfAbsent(need.consumer(), key -> new ArrayList<>());
    if (!need.consumer().equals(need.provider()) && !known.contains(need)) {
      known.add(need);
      users.computeIfAbsent(need.provider(), key -> new ArrayList<>()).add(need);
    }
  }

  /** All things, sorted. */
  public Collection<Thing> things() {
    return things;
  }

  /** What a thing needs. */
  public List<Need> needsOf(Thing thing) {
    return sorted(needs.getOrDefault(thing, List.of()), Comparator.comparing(Need::provider));
  }

  /** Who needs a thing. */
  public List<Need> usersOf(Thing thing) {
    return sorted(users.getOrDefault(thing, List.of()), Comparator.comparing(Need::consumer));
  }

  private static List<Need> sorted(List<Need> list, Comparator<Need> order) {
    return list.stream().sorted(order.thenComparing(Need::what)).toList();
  }

  /**
   * Things of a name, or of the last part of one: {@code harbor} is {@code apps/harbor} where only
   * one cluster has it.
   */
  public List<Thing> find(String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    var exact =
        things.stream()
            .filter(thing -> thing.name().toLowerCase(Locale.ROOT).equals(wanted))
            .toList();
    return exact.isEmpty()
        ? things.stream()
            .filter(thing -> thing.kind() == Kind.COMPONENT)
            .filter(thing -> thing.name().toLowerCase(Locale.ROOT).endsWith("/" + wanted))
            .toList()
        : exact;
  }

  /** The thing whose name is nearest to what was asked for. */
  public Optional<Thing> nearest(String name) {
    return things.stream()
        .min(
            Comparator.comparingInt(
                thing ->
                    Math.min(Near.distance(thing.name(), name), Near.distance(last(thing), name))));
  }

  private static String last(Thing thing) {
    return thing.name().substring(thing.name().lastIndexOf('/') + 1);
  }
}

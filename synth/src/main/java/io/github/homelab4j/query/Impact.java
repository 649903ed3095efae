package io.github.homelab4j.query;

import io.github.homelab4j.core.Loss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens to a homelab when one thing of it is gone. */
public final class Impact {
  private Impact() {}

  /**
   * Something that is hit.
   *
   * @param thing what is hit
   * @param loss how much
   * @param steps how many things are between it and what is gone; 1 for those that need it directly
   * @param because what it needs of those that stopped before
   */
  public record Hit(Thing thing, Loss loss, int steps, List<Need> because) {}

  /**
   * What is hit, nearest first. Only what stops hits what needs it in turn: what merely degrades
   * still answers.
   */
  public static List<Hit> of(Landscape landscape, Thing gone) {
    var hits = new LinkedHashMap<Thing, Hit>();
    var stopped = List.of(gone);
    for (int steps = 1; !stopped.isEmpty(); steps++) {
      var found = new LinkedHashMap<Thing, List<Need>>();
      stopped.stream()
          .flatMap(thing -> landscape.usersOf(thing).stream())
          .filter(need -> !need.consumer().equals(gone))
          .filter(need -> isWorse(hits, need))
          .forEach(
              need -> found.computeIfAbsent(need.consumer(), key -> new ArrayList<>()).add(need));
      stopped = record(hits, found, steps);
    }
    return List.copyOf(hits.values());
  }

  private static boolean isWorse(Map<Thing, Hit> hits, Need need) {
    var before = hits.get(need.consumer());
    return before == null || need.loss().compareTo(before.loss()) < 0;
  }

  private static List<Thing> record(Map<Thing, Hit> hits, Map<Thing, List<Need>> found, int steps) {
    var stopped = new ArrayList<Thing>();
    found.forEach(
        (thing, needs) -> {
          var loss = needs.stream().map(Need::loss).min(Loss::compareTo).orElseThrow();
          hits.put(
              thing,
              new Hit(
                  thing, loss, steps, needs.stream().filter(need -> need.loss() == loss).toList()));
          if (loss == Loss.STOPS) {
            stopped.add(thing);
          }
        });
    return stopped;
  }
}

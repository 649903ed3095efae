package io.github.homelab4j.query;

import io.github.homelab4j.core.Loss;
import java.util.ArrayList;
import java.util.Comparator;
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
   * @param because what it needs of those that were hit before
   */
  public record Hit(Thing thing, Loss loss, int steps, List<Need> because) {}

  /**
   * What is hit, nearest first. What stops hits whoever needs it. What works in part still answers,
   * so it hits only what rests on it as a whole. What changes do not reach any more hits whoever
   * gets changes from it.
   */
  public static List<Hit> of(Landscape landscape, Thing gone) {
    var hits = new LinkedHashMap<Thing, Hit>();
    Map<Thing, Loss> before = Map.of(gone, Loss.STOPS);
    for (int steps = 1; !before.isEmpty(); steps++) {
      var found = new LinkedHashMap<Thing, Hit>();
      for (var entry : before.entrySet()) {
        for (var need : landscape.usersOf(entry.getKey())) {
          var loss = need.after(entry.getValue());
          var isPassedOn = entry.getValue() == Loss.STOPS || loss != Loss.MENTIONS;
          if (isPassedOn && !need.consumer().equals(gone) && isWorse(hits, need, loss)) {
            found.merge(
                need.consumer(),
                new Hit(need.consumer(), loss, steps, List.of(need)),
                Impact::together);
          }
        }
      }
      hits.putAll(found);
      before = new LinkedHashMap<>();
      for (var hit : found.values()) {
        before.put(hit.thing(), hit.loss());
      }
    }
    return hits.values().stream().sorted(Comparator.comparingInt(Hit::steps)).toList();
  }

  private static boolean isWorse(Map<Thing, Hit> hits, Need need, Loss loss) {
    var before = hits.get(need.consumer());
    return before == null || loss.compareTo(before.loss()) < 0;
  }

  // The reasons of the worse loss count.
  private static Hit together(Hit one, Hit other) {
    if (one.loss() != other.loss()) {
      return one.loss().compareTo(other.loss()) < 0 ? one : other;
    }
    var because = new ArrayList<>(one.because());
    because.addAll(other.because());
    return new Hit(one.thing(), one.loss(), one.steps(), List.copyOf(because));
  }
}

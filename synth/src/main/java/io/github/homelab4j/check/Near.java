package io.github.homelab4j.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names that look like one that is not there. */
public final class Near {
  private static final int SHOWN = 6;

  private Near() {}

  /** The name that was probably meant: at most two letters off, or one in four of a long name. */
  public static Optional<String> to(String wanted, Collection<String> there) {
    return sorted(wanted, there).stream()
        .filter(name -> distance(wanted, name) <= allowed(wanted))
        .findFirst();
  }

  // Of a port number or another short name, almost everything is near.
  private static int allowed(String wanted) {
    return wanted.length() < 4 ? 1 : Math.max(2, wanted.length() / 4);
  }

  /** What there is instead: the nearest first, the rest counted. */
  public static String list(String wanted, Collection<String> there) {
    var sorted = sorted(wanted, there);
    if (sorted.isEmpty()) {
      return "none";
    }
    var shown = sorted.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return sorted.size() <= SHOWN
        ? shown
        : "%s and %s more".formatted(shown, sorted.size() - SHOWN);
  }

  /** {@code did you mean x?} when something is near, else the other cure. */
  public static String cure(String wanted, Collection<String> there, String otherwise) {
    return to(wanted, there).map("did you mean %s?"::formatted).orElse(otherwise);
  }

  private static List<String> sorted(String wanted, Collection<String> there) {
    return there.stream()
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(name -> distance(wanted, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** How many letters must be changed, added or taken away to make one of the other. */
  public static int distance(String one, String other) {
    var costs = new int[other.length() + 1];
    for (int j = 0; j < costs.length; j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      var diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j < costs.length; j++) {
        var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(changed, 1 + Math.min(costs[j], costs[j - 1]));
      }
    }
    return costs[other.length()];
  }
}

package io.github.homelab4j.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Fields of a kind that do not change in place.
 *
 * @param paths where they stand; {@code *} is any one name
 * @param except what may change below them
 * @param defaults what an absent one means
 * @param broken whether a difference of such a field is one that cannot be made
 * @param unless objects before and after for which it does not hold
 * @param who who does not make the change
 * @param outcome what follows
 * @param instead what to do instead
 */
record Immutable(
    List<List<String>> paths,
    List<List<String>> except,
    Map<String, String> defaults,
    Predicate<Difference> broken,
    BiPredicate<JsonNode, JsonNode> unless,
    String who,
    Outcome outcome,
    String instead) {
  /** Fields of which no change is made. */
  static Immutable fields(String... paths) {
    return new Immutable(
        split(paths),
        List.of(),
        Map.of(),
        difference -> true,
        (before, after) -> false,
        "the API server",
        Outcome.REFUSED,
        "give it another name, or delete the old one by hand");
  }

  /** Fields that may be set and unset, but not change: rules of definitions that compare. */
  static Immutable onceSet(String... paths) {
    return fields(paths).when(Immutable::isSetBoth);
  }

  /** Amounts that do not shrink. */
  static Immutable growing(String... paths) {
    return fields(paths)
        .when(Immutable::shrinks)
        .instead("keep at least as much, or replace it by hand");
  }

  Immutable except(String... names) {
    return new Immutable(paths, split(names), defaults, broken, unless, who, outcome, instead);
  }

  Immutable absentIs(String field, String value) {
    var all = new TreeMap<>(defaults);
    all.put(field, value);
    return new Immutable(paths, except, all, broken, unless, who, outcome, instead);
  }

  Immutable when(Predicate<Difference> condition) {
    return new Immutable(paths, except, defaults, condition, unless, who, outcome, instead);
  }

  Immutable unless(BiPredicate<JsonNode, JsonNode> exception) {
    return new Immutable(paths, except, defaults, broken, exception, who, outcome, instead);
  }

  Immutable refusedBy(String whom) {
    return new Immutable(paths, except, defaults, broken, unless, whom, Outcome.REFUSED, instead);
  }

  Immutable ignoredBy(String whom) {
    return new Immutable(paths, except, defaults, broken, unless, whom, Outcome.IGNORED, instead);
  }

  Immutable failingUpgrades() {
    return new Immutable(
        paths, except, defaults, broken, unless, who, Outcome.UPGRADE_FAILS, instead);
  }

  /** What follows, when objects of a Kustomization are changed so. */
  String consequence(String kustomization) {
    return outcome.sentence(who, kustomization);
  }

  Immutable instead(String cure) {
    return new Immutable(paths, except, defaults, broken, unless, who, outcome, cure);
  }

  /** Those of an object's differences that cannot be made. */
  List<Difference> broken(JsonNode before, JsonNode after, List<Difference> differences) {
    if (unless.test(before, after)) {
      return List.of();
    }
    return differences.stream()
        .filter(difference -> paths.stream().anyMatch(difference::isWithin))
        .filter(difference -> except.stream().noneMatch(difference::isWithin))
        .filter(difference -> !isDefault(difference))
        .filter(broken)
        .toList();
  }

  private boolean isDefault(Difference difference) {
    var meant = defaults.get(difference.field());
    return meant != null
        && text(difference.before(), meant).equals(text(difference.after(), meant));
  }

  private static String text(JsonNode node, String meant) {
    return node instanceof MissingNode || node.isNull() ? meant : node.asText();
  }

  private static boolean isSetBoth(Difference difference) {
    return !difference.before().asText().isEmpty() && !difference.after().asText().isEmpty();
  }

  private static boolean shrinks(Difference difference) {
    if (!isSetBoth(difference)) {
      return false;
    }
    try {
      return new Quantity(difference.after().asText())
              .getNumericalAmount()
              .compareTo(new Quantity(difference.before().asText()).getNumericalAmount())
          < 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<List<String>> split(String... paths) {
    var all = new ArrayList<List<String>>();
    for (var path : paths) {
      all.add(Arrays.asList(path.split("\\.")));
    }
    return List.copyOf(all);
  }
}

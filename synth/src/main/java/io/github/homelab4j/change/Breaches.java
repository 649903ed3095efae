package io.github.homelab4j.change;

import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an object would have changed that cannot be changed in place. */
public final class Breaches {
  private static final String FORCE = "/metadata/annotations/kustomize.toolkit.fluxcd.io~1force";
  // Made anew they come back empty.
  private static final Set<String> HOLDS_DATA =
      Set.of("StatefulSet", "PersistentVolumeClaim", "PersistentVolume");
  private static final int SHOWN = 3;

  private Breaches() {}

  /** Whether a kind has fields that do not change. */
  public static boolean concern(Emitted object) {
    return !ImmutableFields.of(object).isEmpty();
  }

  /** A sentence for each thing that stands in the way; none when all can be changed. */
  public static List<String> of(Committed before, Emitted after, String kustomization) {
    if (isMadeAnew(after)) {
      return List.of();
    }
    var was = before.object().tree();
    var differences = Difference.between(was, after.tree());
    var sentences = new ArrayList<String>();
    for (var immutable : ImmutableFields.of(after)) {
      var broken = immutable.broken(was, after.tree(), differences);
      if (!broken.isEmpty()) {
        sentences.add(sentence(after, immutable, broken, kustomization));
      }
    }
    return sentences;
  }

  // Flux deletes and creates what it may not change, when the object asks for it.
  private static boolean isMadeAnew(Emitted after) {
    return after.at(FORCE).asText().equals("enabled") && !HOLDS_DATA.contains(after.kind());
  }

  private static String sentence(
      Emitted object, Immutable immutable, List<Difference> broken, String kustomization) {
    var outcome =
        immutable.refuses()
            ? "%s refuses, and with it everything else of Kustomization %s"
                .formatted(immutable.who(), kustomization)
            : immutable.who() + " does not carry out";
    return "%s changes %s, which %s: %s and exempt it from FIELD_IMMUTABLE with the reason"
        .formatted(object.describe(), fields(object, broken), outcome, immutable.instead());
  }

  private static String fields(Emitted object, List<Difference> broken) {
    var shown =
        broken.stream()
            .limit(SHOWN)
            // Nobody reads a secret in a message.
            .map(each -> object.kind().equals("Secret") ? each.field() : each.describe())
            .collect(Collectors.joining(" and "));
    return broken.size() > SHOWN ? "%s and %s more".formatted(shown, broken.size() - SHOWN) : shown;
  }
}

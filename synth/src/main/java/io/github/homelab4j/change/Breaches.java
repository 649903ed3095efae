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

  /**
   * Whether a kind has fields that do not change.
   *
   * @param chart the chart of a Helm release; empty for other objects
   */
  public static boolean concern(Emitted object, String chart) {
    return !fields(object, chart).isEmpty();
  }

  /**
   * A sentence for each thing that stands in the way, which ends in what else can be done; none
   * when all can be changed.
   *
   * @param kustomization the Kustomization that applies it
   * @param chart the chart of a Helm release; empty for other objects
   */
  public static List<String> of(
      Committed before, Emitted after, String kustomization, String chart) {
    if (isMadeAnew(after)) {
      return List.of();
    }
    var was = before.object().tree();
    var differences = Difference.between(was, after.tree());
    var sentences = new ArrayList<String>();
    for (var immutable : fields(after, chart)) {
      var broken = immutable.broken(was, after.tree(), differences);
      if (!broken.isEmpty()) {
        sentences.add(sentence(after, immutable, broken, kustomization));
      }
    }
    return sentences;
  }

  private static List<Immutable> fields(Emitted object, String chart) {
    return chart.isEmpty() ? ImmutableFields.of(object) : ChartFields.of(chart);
  }

  // Flux deletes and creates what it may not change, when the object asks for it.
  private static boolean isMadeAnew(Emitted after) {
    return after.at(FORCE).asText().equals("enabled") && !HOLDS_DATA.contains(after.kind());
  }

  private static String sentence(
      Emitted object, Immutable immutable, List<Difference> broken, String kustomization) {
    return "%s changes %s, which %s: %s"
        .formatted(
            object.describe(),
            fields(object, broken),
            immutable.consequence(kustomization),
            immutable.instead());
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

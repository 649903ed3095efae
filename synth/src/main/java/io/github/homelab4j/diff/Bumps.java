package io.github.homelab4j.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.change.Difference;
import io.github.homelab4j.graph.Emitted;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes fields that hold a version. */
final class Bumps {
  private static final Pattern IMAGE = Pattern.compile("(.+?)(?::([^:/@]+))?(?:@sha256:\\w+)?");

  private Bumps() {}

  /** The version that a field of an object changes, when it holds one. */
  static Optional<Bump> of(Emitted object, Difference difference) {
    var field = difference.field();
    var before = difference.before().asText();
    var after = difference.after().asText();
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    if (object.kind().equals("HelmRelease") && field.equals("spec.chart.spec.version")) {
      return Optional.of(
          new Bump("chart " + object.at("/spec/chart/spec/chart").asText(), before, after));
    }
    if (object.kind().equals("OCIRepository") && field.equals("spec.ref.tag")) {
      return Optional.of(new Bump("chart " + object.name(), before, after));
    }
    if (object.kind().equals("GitRepository") && field.startsWith("spec.ref.")) {
      return Optional.of(new Bump("manifests " + object.name(), before, after));
    }
    if (field.endsWith("image.tag") || field.endsWith("image.version")) {
      var repository = sibling(object, difference, "repository");
      return Optional.of(new Bump("image " + repository, before, after));
    }
    return field.endsWith("image") || field.endsWith("imageName")
        ? image(before, after)
        : Optional.empty();
  }

  private static String sibling(Emitted object, Difference difference, String name) {
    JsonNode node = object.tree();
    for (var part : difference.path().subList(0, difference.path().size() - 1)) {
      node = node.path(part);
    }
    return node.path(name).asText(object.name());
  }

  private static Optional<Bump> image(String before, String after) {
    var one = IMAGE.matcher(before);
    var other = IMAGE.matcher(after);
    return one.matches()
            && other.matches()
            && one.group(1).equals(other.group(1))
            && one.group(2) != null
            && other.group(2) != null
        ? Optional.of(new Bump("image " + one.group(1), one.group(2), other.group(2)))
        : Optional.empty();
  }
}

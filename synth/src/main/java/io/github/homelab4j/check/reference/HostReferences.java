package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Names of Services inside texts, as {@code http://grafana.observability.svc:80}: in values,
 * arguments and configuration files.
 */
final class HostReferences {
  private static final String LABEL = "([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)";
  private static final Pattern HOST =
      Pattern.compile(
          "(?<![A-Za-z0-9_}$*-])%s\\.%s\\.svc(?:\\.cluster\\.local)?(?![-a-z0-9])(?::([0-9]+))?"
              .formatted(LABEL, LABEL));

  private HostReferences() {}

  /** Takes the Services that texts of a tree name. */
  static void find(JsonNode tree, Needs out) {
    walk("", tree, out);
  }

  private static void walk(String at, JsonNode node, Needs out) {
    if (node.isTextual()) {
      read(at, node.textValue(), out);
    } else if (node.isArray()) {
      node.forEach(item -> walk(at, item, out));
    } else {
      for (var fields = node.fields(); fields.hasNext(); ) {
        var field = fields.next();
        // The path is made only where something is found: most texts name nothing.
        if (field.getValue().isContainerNode() || field.getValue().isTextual()) {
          walk(field.getKey(), field.getValue(), out);
        }
      }
    }
  }

  private static void read(String at, String text, Needs out) {
    if (text.contains(".svc")) {
      for (var found = HOST.matcher(text); found.find(); ) {
        out.add(
            at,
            "Service",
            found.group(2),
            found.group(1),
            found.group(3) == null ? "" : found.group(3));
      }
    }
  }
}

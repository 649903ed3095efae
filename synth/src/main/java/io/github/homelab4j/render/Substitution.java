package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What Flux's substitution would replace. It works on the text of each object, so it looks into
 * scripts and dashboards as well; our own Kustomizations have none.
 *
 * @param pointer JSON pointer of the value, or of the map that holds the key
 * @param text what would be replaced: the beginning of a variable, or a doubled dollar sign
 */
public record Substitution(String pointer, String text) {
  private static final String SETTING = "kustomize.toolkit.fluxcd.io/substitute";
  // $${ is the escape for ${; a doubled dollar sign elsewhere loses one of the two.
  private static final Pattern REPLACED =
      Pattern.compile("(?<escape>\\$\\$\\{)|\\$\\$|\\$\\{[^}\\n]{0,40}}?");

  /** Whether a Flux Kustomization substitutes variables in what it applies. */
  public static boolean isOn(JsonNode kustomization) {
    var postBuild = kustomization.at("/spec/postBuild");
    return !postBuild.path("substitute").isEmpty() || !postBuild.path("substituteFrom").isEmpty();
  }

  /** Everything that would be replaced in an object; nothing if it opts out. */
  public static List<Substitution> find(JsonNode object) {
    var found = new ArrayList<Substitution>();
    if (!isDisabled(object, "labels") && !isDisabled(object, "annotations")) {
      find("", object, found);
    }
    return found;
  }

  private static boolean isDisabled(JsonNode object, String where) {
    return object.path("metadata").path(where).path(SETTING).asText().equals("disabled");
  }

  private static void find(String pointer, JsonNode node, List<Substitution> found) {
    if (node.isTextual()) {
      find(pointer, node.textValue(), found);
    }
    node.fields()
        .forEachRemaining(
            field -> {
              find(pointer, field.getKey(), found);
              find(Pointers.child(pointer, field.getKey()), field.getValue(), found);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      find(pointer + "/" + i, node.get(i), found);
    }
  }

  private static void find(String pointer, String text, List<Substitution> found) {
    var match = REPLACED.matcher(text);
    while (match.find()) {
      if (match.group("escape") == null) {
        found.add(new Substitution(pointer, match.group()));
        return;
      }
    }
  }
}

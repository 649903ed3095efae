package io.github.homelab4j.core;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Secrets in files of machines: never a value, but the variable that stands for it. Such a file is
 * a template that Ansible fills, with variables that the owner reads from the secret store.
 */
public final class HostSecrets {
  private static final Pattern MARK = Pattern.compile("\\{\\{|\\{%|\\{#");

  private HostSecrets() {}

  /** The variable of a value: item and property in lower case, as {@code restic_password}. */
  public static String variable(StoreKeyRef secret) {
    var name = (secret.item().item() + "_" + secret.key()).toLowerCase(Locale.ROOT);
    return name.replaceAll("[^a-z0-9]+", "_").replaceAll("^(?=[0-9])", "_");
  }

  /** Where the value goes, as {@code {{ restic_password }}}. */
  public static String placeholder(StoreKeyRef secret) {
    return "{{ %s }}".formatted(variable(secret));
  }

  /** Says of each variable of a text whose value it is, and finds what Jinja would trip over. */
  static String explained(String path, String comment, String text, List<StoreKeyRef> secrets) {
    var rest = text;
    var said = new StringBuilder();
    for (var secret : secrets) {
      var place = placeholder(secret);
      if (!text.contains(place)) {
        throw new IllegalStateException(
            "%s takes %s but has no place for it".formatted(path, variable(secret)));
      }
      rest = rest.replace(place, "");
      if (!comment.isEmpty()) {
        said.append("%s %s: %s.\n".formatted(comment, variable(secret), secret.describe()));
      }
    }
    if (!secrets.isEmpty() && MARK.matcher(rest).find()) {
      throw new IllegalStateException(
          "%s has braces that Jinja takes for its own: write the text without them"
              .formatted(path));
    }
    return said.toString();
  }
}

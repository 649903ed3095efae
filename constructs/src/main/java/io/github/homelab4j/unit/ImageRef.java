package io.github.homelab4j.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import java.util.regex.Pattern;

/**
 * A container image with registry, repository and an exact tag: {@code
 * ghcr.io/cloudnative-pg/postgresql:17.6}.
 *
 * @param text the whole reference
 * @throws InvalidPropsException when the registry or the tag is missing, or the tag is {@code
 *     latest}
 */
public record ImageRef(@JsonValue String text) {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "([a-z0-9.-]+\\.[a-z]+(?::\\d+)?)/([a-z0-9._/-]+):([A-Za-z0-9._-]+)(@sha256:[0-9a-f]{64})?");

  /** Checks the parts. */
  public ImageRef {
    var matcher = GRAMMAR.matcher(text);
    if (!matcher.matches() || matcher.group(3).equals("latest")) {
      text =
          Invalid.value(
              "'%s' is not a pinned image: write registry/repository:tag with a tag other than latest"
                  .formatted(text),
              "stand-in.invalid/stand-in:0");
    }
  }

  /** As written. */
  public static ImageRef of(String text) {
    return new ImageRef(text);
  }

  /** The host of the registry. */
  public String registry() {
    return text.substring(0, text.indexOf('/'));
  }

  /** The path within the registry, without the tag. */
  public String repository() {
    var rest = text.substring(text.indexOf('/') + 1);
    return rest.substring(0, rest.indexOf(':'));
  }

  /** The tag, with the digest where there is one. */
  public String tag() {
    var rest = text.substring(text.indexOf('/') + 1);
    return rest.substring(rest.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}

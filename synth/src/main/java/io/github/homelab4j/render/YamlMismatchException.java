package io.github.homelab4j.render;

/** A file would be read as something else than what was meant: a mistake of this library. */
public final class YamlMismatchException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  YamlMismatchException(String path, String difference) {
    super(
        "%s: %s: nothing was written; this is a mistake of homelab4j, report it with this line"
            .formatted(path, difference));
  }
}

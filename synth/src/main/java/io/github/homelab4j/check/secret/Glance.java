package io.github.homelab4j.check.secret;

import java.nio.charset.StandardCharsets;

/**
 * What a text has that a pattern of secrets needs, told by looking at each character once: nearly
 * all texts have none of it, and patterns are slow.
 */
final class Glance {
  /** A run of 16 characters of base64 at least; names of objects are some, too. */
  static final long RUN = 1L << 63;

  /** The same of 27 characters. */
  static final long LONG_RUN = 1L << 57;

  /** An equals sign or colon. */
  static final long ASSIGNS = 1L << 62;

  /** Two hyphens. */
  static final long OPTIONS = 1L << 61;

  /** More lines than one. */
  static final long LINES = 1L << 60;

  /** An at sign. */
  static final long AT = 1L << 59;

  /** What public texts begin with. */
  static final long PUBLIC = 1L << 58;

  private static final int RUN_LENGTH = 16;
  private static final int LONG_RUN_LENGTH = 27;
  private static final Hints HINTS = hints();

  private Glance() {}

  private static Hints hints() {
    var hints =
        new Hints()
            .add("=", ASSIGNS)
            .add(":", ASSIGNS)
            .add("--", OPTIONS)
            .add("\n", LINES)
            .add("@", AT);
    SecretScanner.PUBLIC_HINTS.forEach(hint -> hints.add(hint, PUBLIC));
    for (var token : Tokens.values()) {
      token.hints().forEach(hint -> hints.add(hint, token.mark()));
    }
    return hints.build();
  }

  /** All of the above, and the marks of the tokens that may stand in it. */
  static long at(String text) {
    long seen = 0;
    int state = 0;
    int run = 0;
    // What is not of Latin-1 becomes a question mark, which is no part of anything. Bytes are read
    // several times faster than the letters of a String, and all texts are read here.
    for (var letter : text.getBytes(StandardCharsets.ISO_8859_1)) {
      state = HINTS.next(state, letter);
      seen |= HINTS.ended(state);
      run = Base64Text.isDigit(letter) ? run + 1 : 0;
      if (run == RUN_LENGTH) {
        seen |= RUN;
      } else if (run == LONG_RUN_LENGTH) {
        seen |= LONG_RUN;
      }
    }
    return seen;
  }

  static boolean has(long seen, long all) {
    return (seen & all) == all;
  }
}

package io.github.homelab4j.check.secret;

/**
 * What a text has that a pattern of secrets needs, told by looking at each character once: nearly
 * all texts have none of it, and patterns are slow.
 */
final class Glance {
  /** A run of 16 characters of base64 at least; names of objects are some, too. */
  static final long RUN = 1L << 63;

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

  private static final int LONG_RUN = 16;
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
    for (int i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      state = HINTS.next(state, letter);
      seen |= HINTS.ended(state);
      run = Base64Text.isDigit(letter) ? run + 1 : 0;
      if (run == LONG_RUN) {
        seen |= RUN;
      }
    }
    return seen;
  }

  static boolean has(long seen, long all) {
    return (seen & all) == all;
  }
}

package io.github.homelab4j.testing;

/** What was begun and not finished: it checked nothing, and would pass for ever. */
final class Pending {
  private static final ThreadLocal<Object> WHO = new ThreadLocal<>();
  private static final ThreadLocal<AssertionError> ERROR = new ThreadLocal<>();

  private Pending() {}

  static void add(Object who, String what) {
    check();
    WHO.set(who);
    ERROR.set(new AssertionError(what + " checks nothing: say why"));
  }

  static void remove(Object who) {
    if (WHO.get() == who) {
      WHO.remove();
      ERROR.remove();
    }
  }

  /** Fails where it was begun. */
  static void check() {
    var error = ERROR.get();
    WHO.remove();
    ERROR.remove();
    if (error != null) {
      throw error;
    }
  }
}

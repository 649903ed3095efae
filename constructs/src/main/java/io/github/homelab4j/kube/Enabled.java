package io.github.homelab4j.kube;

/**
 * A part of a chart that is on or off.
 *
 * @param enabled whether it is on
 */
public record Enabled(boolean enabled) {
  /** On. */
  public static final Enabled ON = new Enabled(true);

  /** Off. */
  public static final Enabled OFF = new Enabled(false);

  /** On when the condition holds. */
  public static Enabled when(boolean condition) {
    return condition ? ON : OFF;
  }
}

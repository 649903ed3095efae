package io.github.homelab4j.rule;

/**
 * A rule, by which findings and exemptions name it. The library's are constants of enums; a rule of
 * your own is {@link #of}.
 */
public interface Rule {
  /** How findings name it: upper case, unique. */
  String code();

  /** What it demands and why. */
  About about();

  /** What follows when it is broken. */
  default Severity severity() {
    return about().severity();
  }

  /**
   * Whether it judges a change and not a state: what exempts from it is not needed any more once
   * the change was made, and may stay.
   */
  default boolean isMomentary() {
    return false;
  }

  /** A rule of a homelab's own. */
  static Rule of(String code, About about) {
    return new OwnRule(code, about);
  }
}

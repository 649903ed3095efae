package io.github.homelab4j.rule;

import java.util.List;

/**
 * What a rule demands and why: {@code About.error("…").because("…").fix("…").source("…")}.
 *
 * @param severity what follows when it is broken
 * @param what what must hold, as a sentence without a full stop
 * @param why what happens otherwise
 * @param fix what to do about it
 * @param source who says so: a specification, an issue, a measurement
 * @param tools checks of other tools that ask for the same
 */
public record About(
    Severity severity, String what, String why, String fix, String source, List<ToolCheck> tools) {
  /** A rule whose breach stops everything. */
  public static About error(String what) {
    return of(Severity.ERROR, what);
  }

  /** A rule whose breach is printed. */
  public static About warning(String what) {
    return of(Severity.WARNING, what);
  }

  /** A rule whose breach is counted. */
  public static About info(String what) {
    return of(Severity.INFO, what);
  }

  private static About of(Severity severity, String what) {
    return new About(severity, what, "", "", "", List.of());
  }

  /** What happens otherwise. */
  public About because(String reason) {
    return new About(severity, what, reason, fix, source, tools);
  }

  /** What to do about it. */
  public About fix(String cure) {
    return new About(severity, what, why, cure, source, tools);
  }

  /** Who says so. */
  public About source(String whoSays) {
    return new About(severity, what, why, fix, whoSays, tools);
  }

  /** Checks of other tools, which an exemption silences too. */
  public About tools(ToolCheck... checks) {
    return new About(severity, what, why, fix, source, List.of(checks));
  }
}

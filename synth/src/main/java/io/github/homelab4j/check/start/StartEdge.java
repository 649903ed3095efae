package io.github.homelab4j.check.start;

/**
 * That one component needs another to start.
 *
 * @param from who needs it, as {@code infra/harbor}
 * @param to what is needed
 * @param kind what for
 * @param why what of it, as {@code database harbor}
 */
public record StartEdge(String from, String to, Kind kind, String why) {
  /** What one component needs another for. */
  public enum Kind {
    /** It takes a reference of it. */
    REFERENCE,
    /** It names something of it without taking a reference, so that Flux does not wait for it. */
    NAME,
    /** The stack says that it starts after the other. */
    ORDER,
    /** It has objects of kinds whose definitions the other brings. */
    DEFINITIONS,
    /** The whole cluster rests on the other. */
    FOUNDATION
  }
}

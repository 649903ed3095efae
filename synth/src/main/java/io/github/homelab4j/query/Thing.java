package io.github.homelab4j.query;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that a homelab is made of.
 *
 * @param kind what it is
 * @param name its name: {@code infra/harbor}, {@code infra-1}, {@code 10.25.11.200}
 */
public record Thing(Kind kind, String name) implements Comparable<Thing> {
  /** What things are. */
  public enum Kind {
    /** A component of a cluster, as {@code infra/harbor}. */
    COMPONENT,
    /** A cluster. */
    CLUSTER,
    /** A machine of a cluster. */
    NODE,
    /** A machine outside the clusters. */
    HOST,
    /** Something that the homelab relies on and does not run. */
    OUTSIDE,
    /** An address of the plan. */
    ADDRESS,
    /** A host name of the plan. */
    HOSTNAME
  }

  /** As {@code component infra/harbor}. */
  public String describe() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }

  @Override
  public int compareTo(Thing other) {
    return Comparator.comparing(Thing::kind).thenComparing(Thing::name).compare(this, other);
  }
}

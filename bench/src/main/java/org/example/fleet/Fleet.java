package org.example.fleet;

import io.github.homelab4j.core.Homelab;

/**
 * A homelab whose components emit a given number of objects, the same ones on every machine. The
 * command line makes it without parameters: they are system properties then.
 */
public final class Fleet extends Homelab {
  /** The system property with the number of objects. */
  public static final String OBJECTS = "fleet.objects";

  /** The system property with a revision: another one changes one setting of one application. */
  public static final String REVISION = "fleet.revision";

  /** Objects that a cluster holds at most; more of them make more clusters. */
  public static final int CLUSTER_OBJECTS = 3000;

  /** A fleet as the system properties say. */
  public Fleet() {
    this(Integer.getInteger(OBJECTS, CLUSTER_OBJECTS), Integer.getInteger(REVISION, 0));
  }

  /**
   * A fleet.
   *
   * @param objects how many its components emit; at least 4
   * @param revision another one changes one setting of one application
   */
  public Fleet(int objects, int revision) {
    this(new FleetPlan(clusters(objects)), objects, revision);
  }

  private Fleet(FleetPlan plan, int objects, int revision) {
    super(plan);
    int left = objects;
    int clusters = plan.clusters().size();
    for (int i = 0; i < clusters; i++) {
      int share = left / (clusters - i);
      new FleetCluster(this, plan.clusters().get(i), share, i == 0 ? revision : 0);
      left -= share;
    }
  }

  private static int clusters(int objects) {
    if (objects < 4) {
      throw new IllegalArgumentException(
          "a fleet of %s objects is too small: ask for 4 at least".formatted(objects));
    }
    return (objects + CLUSTER_OBJECTS - 1) / CLUSTER_OBJECTS;
  }
}

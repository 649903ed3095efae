package io.github.homelab4j.core;

import io.github.homelab4j.plan.HomelabPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cdk8s.App;

/** A homelab: the cdk8s app that composes its clusters and wires them. */
public abstract class Homelab extends App {
  private final HomelabPlan plan;
  private final Versions versions;
  private final List<Cluster> clusters = new ArrayList<>();

  /** A homelab with the pins that this library was tested with. */
  protected Homelab(HomelabPlan plan) {
    this(plan, Versions.defaults());
  }

  /** A homelab with pins of its own. */
  protected Homelab(HomelabPlan plan, Versions versions) {
    super(Cdk8sRuntime.app());
    this.plan = plan;
    this.versions = versions;
    if (!plan.name().matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
      Invalid.setting(
          "'%s' is not a name for a homelab: use at most 63 lower-case letters, digits and hyphens"
              .formatted(plan.name()));
    }
  }

  /** Its networks, addresses, names and hosts. */
  public final HomelabPlan plan() {
    return plan;
  }

  /** The pins of charts and images. */
  public final Versions versions() {
    return versions;
  }

  /** Its clusters, in the order in which they were made. */
  public final List<Cluster> clusters() {
    return Collections.unmodifiableList(clusters);
  }

  final void register(Cluster cluster) {
    clusters.add(cluster);
  }
}

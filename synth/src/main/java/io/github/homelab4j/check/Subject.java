package io.github.homelab4j.check;

import io.github.homelab4j.core.Origin;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.Optional;

/**
 * What a rule judges: a plan, a unit of a cluster, or an object of it.
 *
 * @param cluster the cluster, or the homelab's name for what belongs to none
 * @param path how findings name it, as {@code infra/harbor}
 * @param origin the line of the stack or plan that caused it
 * @param unit the unit that it belongs to
 * @param object the object
 */
public record Subject(
    String cluster, String path, Origin origin, Optional<Unit> unit, Optional<Emitted> object) {
  /** A homelab's plan. */
  public static Subject of(HomelabPlan plan, Origin origin) {
    return new Subject(plan.name(), plan.name(), origin, Optional.empty(), Optional.empty());
  }

  /** A cluster's part of the plan. */
  public static Subject of(ClusterPlan plan) {
    return new Subject(plan.name(), plan.name(), plan.origin(), Optional.empty(), Optional.empty());
  }

  /** A unit. */
  public static Subject of(ClusterModel cluster, Unit unit) {
    return new Subject(
        cluster.id(),
        cluster.id() + "/" + unit.name(),
        unit.origin(),
        Optional.of(unit),
        Optional.empty());
  }

  /** An object of a unit. */
  public static Subject of(ClusterModel cluster, Unit unit, Emitted object) {
    return new Subject(
        cluster.id(),
        cluster.id() + "/" + unit.name(),
        unit.origin(),
        Optional.of(unit),
        Optional.of(object));
  }

  /** The same, caused by another line. */
  public Subject at(Origin line) {
    return new Subject(cluster, path, line, unit, object);
  }

  /** The object; only for subjects that are one. */
  public Emitted emitted() {
    return object.orElseThrow();
  }
}

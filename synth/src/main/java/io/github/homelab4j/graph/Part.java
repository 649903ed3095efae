package io.github.homelab4j.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder that one Flux Kustomization applies: what installs a unit ({@code app}), or the custom
 * resources of what it installed ({@code config}).
 */
public final class Part {
  private final Unit unit;
  private final boolean config;
  private final List<Emitted> objects = new ArrayList<>();
  private final Set<String> dependsOn = new TreeSet<>();

  Part(Unit unit, boolean config) {
    this.unit = unit;
    this.config = config;
  }

  /** The unit it belongs to. */
  public Unit unit() {
    return unit;
  }

  /** Whether it holds custom resources of what the unit's app installs. */
  public boolean isConfig() {
    return config;
  }

  /** The name of its Kustomization. */
  public String name() {
    return config ? unit.name() + "-config" : unit.name();
  }

  /** Its folder below the unit's. */
  public String folder() {
    return config ? "config" : "app";
  }

  /** Its objects, in the order in which they were emitted. */
  public List<Emitted> objects() {
    return objects;
  }

  /** Names of the Kustomizations that must be ready before. */
  public Set<String> dependsOn() {
    return dependsOn;
  }
}

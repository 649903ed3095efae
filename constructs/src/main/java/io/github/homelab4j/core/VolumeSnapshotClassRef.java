package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A VolumeSnapshotClass.
 *
 * @param name its name in the cluster
 * @param driver the name of the CSI driver whose volumes it is for
 * @param provider who creates it
 */
public record VolumeSnapshotClassRef(@JsonValue String name, String driver, Provider provider)
    implements Ref {
  /** A class that a component creates. */
  public static VolumeSnapshotClassRef providedBy(Component component, String name, String driver) {
    return new VolumeSnapshotClassRef(name, driver, Provider.of(component));
  }

  @Override
  public Loss loss() {
    return Loss.DEGRADES;
  }

  @Override
  public String without() {
    return "no snapshots are taken";
  }

  @Override
  public String describe() {
    return "volume snapshot class " + name;
  }
}

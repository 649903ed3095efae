package io.github.homelab4j.crd.snapshot;

import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Meta;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How snapshots of a driver's volumes are made. Deleting a VolumeSnapshot deletes the snapshot.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/">VolumeSnapshotClass</a>
 */
@Group("snapshot.storage.k8s.io")
@Version("v1")
@Kind("VolumeSnapshotClass")
public final class VolumeSnapshotClass extends CustomResource<Void> {
  private static final long serialVersionUID = 1L;

  private final String driver;
  private final String deletionPolicy = "Delete";

  @SuppressWarnings("serial") // never serialized by Java
  private final Map<String, String> parameters;

  /**
   * The class that snapshots of the driver have when they name none.
   *
   * @param driver the name of the CSI driver
   * @param parameters what the driver wants to know
   */
  public VolumeSnapshotClass(String name, String driver, Map<String, String> parameters) {
    this(name, driver, parameters, true);
  }

  /**
   * A class of snapshots.
   *
   * @param driver the name of the CSI driver
   * @param parameters what the driver wants to know
   * @param byDefault whether snapshots of the driver have it when they name none; of one class only
   */
  public VolumeSnapshotClass(
      String name, String driver, Map<String, String> parameters, boolean byDefault) {
    super(Meta.clusterScoped(name), null);
    if (byDefault) {
      getMetadata()
          .setAnnotations(Map.of("snapshot.storage.kubernetes.io/is-default-class", "true"));
    }
    this.driver = driver;
    this.parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The name of the CSI driver. */
  public String driver() {
    return driver;
  }

  /** What becomes of the snapshot when its VolumeSnapshot is deleted. */
  public String deletionPolicy() {
    return deletionPolicy;
  }

  /** What the driver wants to know. */
  public Map<String, String> parameters() {
    return parameters;
  }
}

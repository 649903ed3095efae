package io.github.homelab4j.crd.ceph;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.github.homelab4j.crd.snapshot.VolumeSnapshotClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How volumes of Ceph are made and mounted: the parameters and logins that Rook's drivers expect.
 *
 * @param namespace where Rook's operator and its cluster are; the drivers are named after it
 * @see <a
 *     href="https://rook.io/docs/rook/latest/Storage-Configuration/Block-Storage-RBD/block-storage/">Block
 *     storage</a>
 */
public record CephVolumes(String namespace) {
  /** Secret with the login that makes RBD images. */
  public static final String RBD_PROVISIONER = "rook-csi-rbd-provisioner";

  /** Secret with the login that mounts RBD images. */
  public static final String RBD_NODE = "rook-csi-rbd-node";

  /** Secret with the login that makes CephFS directories. */
  public static final String CEPHFS_PROVISIONER = "rook-csi-cephfs-provisioner";

  /** Secret with the login that mounts CephFS directories. */
  public static final String CEPHFS_NODE = "rook-csi-cephfs-node";

  // All that Linux 5.4 and newer can do with an image.
  private static final String IMAGE_FEATURES =
      "layering,exclusive-lock,object-map,fast-diff,deep-flatten";
  private static final String SECRETS = "csi.storage.k8s.io/";

  /** The driver of RBD images. */
  public String rbdDriver() {
    return namespace + ".rbd.csi.ceph.com";
  }

  /** The driver of CephFS directories. */
  public String cephfsDriver() {
    return namespace + ".cephfs.csi.ceph.com";
  }

  /** Parameters of a class of RBD images, without its cluster and pool. */
  public Map<String, String> rbdParameters() {
    var parameters = logins(RBD_PROVISIONER, RBD_NODE);
    parameters.put("imageFormat", "2");
    parameters.put("imageFeatures", IMAGE_FEATURES);
    parameters.put(SECRETS + "fstype", "ext4");
    return parameters;
  }

  /** Parameters of a class of CephFS directories, without its cluster, file system and pool. */
  public Map<String, String> cephfsParameters() {
    return logins(CEPHFS_PROVISIONER, CEPHFS_NODE);
  }

  /**
   * Options with which file systems on RBD images are mounted: what is deleted in them becomes free
   * space of the pool.
   */
  public List<String> rbdMountOptions() {
    return List.of("discard");
  }

  /** A class of RBD images in a pool. */
  public StorageClass rbdClass(String name, String pool, boolean byDefault, boolean retain) {
    var parameters = rbdParameters();
    parameters.put("clusterID", namespace);
    parameters.put("pool", pool);
    return storageClass(name, byDefault, retain)
        .withProvisioner(rbdDriver())
        .withParameters(parameters)
        .withMountOptions(rbdMountOptions())
        .build();
  }

  /** A class of CephFS directories in a pool of a file system. */
  public StorageClass cephfsClass(String name, String filesystem, String pool, boolean retain) {
    var parameters = cephfsParameters();
    parameters.put("clusterID", namespace);
    parameters.put("fsName", filesystem);
    parameters.put("pool", pool);
    return storageClass(name, false, retain)
        .withProvisioner(cephfsDriver())
        .withParameters(parameters)
        .build();
  }

  /** A class of snapshots of RBD images. */
  public VolumeSnapshotClass rbdSnapshots(String name) {
    return new VolumeSnapshotClass(name, rbdDriver(), snapshotter(RBD_PROVISIONER));
  }

  /** A class of snapshots of CephFS directories. */
  public VolumeSnapshotClass cephfsSnapshots(String name) {
    return new VolumeSnapshotClass(name, cephfsDriver(), snapshotter(CEPHFS_PROVISIONER));
  }

  private static StorageClassBuilder storageClass(String name, boolean byDefault, boolean retain) {
    return new StorageClassBuilder()
        .withNewMetadata()
        .withName(name)
        .addToAnnotations(
            "storageclass.kubernetes.io/is-default-class", Boolean.toString(byDefault))
        .endMetadata()
        .withReclaimPolicy(retain ? "Retain" : "Delete")
        .withAllowVolumeExpansion(true)
        .withVolumeBindingMode("Immediate");
  }

  private Map<String, String> snapshotter(String secret) {
    var parameters = new TreeMap<String, String>();
    parameters.put("clusterID", namespace);
    parameters.put(SECRETS + "snapshotter-secret-name", secret);
    parameters.put(SECRETS + "snapshotter-secret-namespace", namespace);
    return parameters;
  }

  private Map<String, String> logins(String provisioner, String node) {
    var parameters = new TreeMap<String, String>();
    for (var step : List.of("provisioner", "controller-expand", "controller-publish")) {
      parameters.put(SECRETS + step + "-secret-name", provisioner);
      parameters.put(SECRETS + step + "-secret-namespace", namespace);
    }
    parameters.put(SECRETS + "node-stage-secret-name", node);
    parameters.put(SECRETS + "node-stage-secret-namespace", namespace);
    return parameters;
  }
}

package io.github.homelab4j.crd.ceph;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.github.homelab4j.crd.snapshot.VolumeSnapshotClass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How volumes of Ceph are made and mounted: the parameters and logins that Rook's drivers expect. The drivers are named after the namespace of Rook's
 * operator.
 *
 * @see <a href="https://rook.io/docs/rook/latest/Storage-Configuration/Block-Storage-RBD/block-storage/">Block storage</a>
 */
public final class CephVolumes {
  /** Secret with the login that makes RBD images. */
  public static final String RBD_PROVISIONER = "rook-csi-rbd-provisioner";

  /** Secret with the login that mounts RBD images. */
  public static final String RBD_NODE = "rook-csi-rbd-node";

  /** Secret with the login that makes CephFS directories. */
  public static final String CEPHFS_PROVISIONER = "rook-csi-cephfs-provisioner";

  /** Secret with the login that mounts CephFS directories. */
  public static final String CEPHFS_NODE = "rook-csi-cephfs-node";

  // All that Linux 5.4 and newer can do with an image.
  private static final String IMAGE_FEATURES = "layering,exclusive-lock,object-map,fast-diff,deep-flatten";
  private static final String SECRETS = "csi.storage.k8s.io/";

  private CephVolumes() {}

  /** The driver of RBD images. */
  public static String rbdDriver(String operatorNamespace) {
    return operatorNamespace + ".rbd.csi.ceph.com";
  }

  /** The driver of CephFS directories. */
  public static String cephfsDriver(String operatorNamespace) {
    return operatorNamespace + ".cephfs.csi.ceph.com";
  }

  /** Parameters of a class of RBD images, without its cluster and pool. */
  public static Map<String, String> rbd(String clusterNamespace) {
    var parameters = logins(clusterNamespace, RBD_PROVISIONER, RBD_NODE);
    parameters.put("imageFormat", "2");
    parameters.put("imageFeatures", IMAGE_FEATURES);
    parameters.put(SECRETS + "fstype", "ext4");
    return parameters;
  }

  /** Parameters of a class of CephFS directories, without its cluster, file system and pool. */
  public static Map<String, String> cephfs(String clusterNamespace) {
    return logins(clusterNamespace, CEPHFS_PROVISIONER, CEPHFS_NODE);
  }

  /** Options with which file systems on RBD images are mounted: what is deleted in them becomes free space of the pool. */
  public static List<String> rbdMountOptions() {
    return List.of("discard");
  }

  /** A class of RBD images in a pool. */
  public static StorageClass rbdClass(String name, String operatorNamespace, String clusterNamespace, String pool, boolean byDefault, boolean retain) {
    var parameters = rbd(clusterNamespace);
    parameters.put("clusterID", clusterNamespace);
    parameters.put("pool", pool);
    return storageClass(name, rbdDriver(operatorNamespace), parameters, rbdMountOptions(), byDefault, retain);
  }

  /** A class of CephFS directories in a pool of a file system. */
  public static StorageClass cephfsClass(String name, String operatorNamespace, String clusterNamespace, String filesystem, String pool, boolean retain) {
    var parameters = cephfs(clusterNamespace);
    parameters.put("clusterID", clusterNamespace);
    parameters.put("fsName", filesystem);
    parameters.put("pool", pool);
    return storageClass(name, cephfsDriver(operatorNamespace), parameters, List.of(), false, retain);
  }

  /** A class of snapshots of RBD images. */
  public static VolumeSnapshotClass rbdSnapshots(String name, String operatorNamespace, String clusterNamespace) {
    return new VolumeSnapshotClass(name, rbdDriver(operatorNamespace), snapshotter(clusterNamespace, RBD_PROVISIONER));
  }

  /** A class of snapshots of CephFS directories. */
  public static VolumeSnapshotClass cephfsSnapshots(String name, String operatorNamespace, String clusterNamespace) {
    return new VolumeSnapshotClass(name, cephfsDriver(operatorNamespace), snapshotter(clusterNamespace, CEPHFS_PROVISIONER));
  }

  private static StorageClass storageClass(
      String name, String driver, Map<String, String> parameters, List<String> mountOptions, boolean byDefault, boolean retain) {
    return new StorageClassBuilder()
        .withNewMetadata()
        .withName(name)
        .addToAnnotations("storageclass.kubernetes.io/is-default-class", Boolean.toString(byDefault))
        .endMetadata()
        .withProvisioner(driver)
        .withParameters(parameters)
        .withMountOptions(mountOptions)
        .withReclaimPolicy(retain ? "Retain" : "Delete")
        .withAllowVolumeExpansion(true)
        .withVolumeBindingMode("Immediate")
        .build();
  }

  private static Map<String, String> snapshotter(String clusterNamespace, String secret) {
    return Map.of(
        "clusterID", clusterNamespace, SECRETS + "snapshotter-secret-name", secret, SECRETS + "snapshotter-secret-namespace", clusterNamespace);
  }

  private static TreeMap<String, String> logins(String namespace, String provisioner, String node) {
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

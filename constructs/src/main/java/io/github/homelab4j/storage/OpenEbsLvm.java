package io.github.homelab4j.storage;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.github.homelab4j.crd.flux.HelmRelease;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.ImageRef;
import java.util.List;
import java.util.TreeMap;

/**
 * Logical volumes of {@link OpenEbs}: their storage class, and what the chart of their driver
 * lacks.
 */
final class OpenEbsLvm {
  private OpenEbsLvm() {}

  static StorageClass storageClass(String name, OpenEbsProps props) {
    var parameters = new TreeMap<String, String>();
    parameters.put("storage", "lvm");
    parameters.put("volgroup", props.volumeGroup());
    parameters.put("fsType", props.filesystem().label());
    return new StorageClassBuilder()
        .withMetadata(Meta.clusterScoped(name))
        .withProvisioner("local.csi.openebs.io")
        .withParameters(parameters)
        .withReclaimPolicy("Delete")
        .withAllowVolumeExpansion(true)
        .withVolumeBindingMode("WaitForFirstConsumer")
        .build();
  }

  static List<HelmRelease.Patch> patches(OpenEbsProps props, ImageRef driver) {
    var group = new VolumeGroup(props.volumeGroup(), props.volumeGroupDisks(), driver);
    return List.of(withoutSnapshotController(), group.patch());
  }

  // There is one snapshot controller in a cluster, and the chart has no switch for the one that it
  // puts beside the LVM driver.
  private static HelmRelease.Patch withoutSnapshotController() {
    return new HelmRelease.Patch(
        new HelmRelease.Target("Deployment", ".*lvm-localpv-controller"),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: lvm-localpv-controller
        spec:
          template:
            spec:
              containers:
                - name: snapshot-controller
                  $patch: delete
        """);
  }
}

package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;

/** Volumes of pods, and where containers find them. */
public final class Volumes {
  private Volumes() {}

  /** Room that is lost with the pod. */
  public static Volume empty(String name) {
    return new VolumeBuilder().withName(name).withNewEmptyDir().endEmptyDir().build();
  }

  /** The keys of a ConfigMap as files. */
  public static Volume configMap(String name, String configMap) {
    return new VolumeBuilder()
        .withName(name)
        .withNewConfigMap()
        .withName(configMap)
        .endConfigMap()
        .build();
  }

  /** A volume at a path. */
  public static VolumeMount mount(String name, String path) {
    return new VolumeMountBuilder().withName(name).withMountPath(path).build();
  }

  /** The same, not to be written to. */
  public static VolumeMount readOnly(String name, String path) {
    return new VolumeMountBuilder(mount(name, path)).withReadOnly(true).build();
  }
}

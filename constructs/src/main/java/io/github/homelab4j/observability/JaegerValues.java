package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import java.util.List;

/** The values of Jaeger's chart. */
record JaegerValues(String fullnameOverride, Process jaeger, JaegerConfiguration userconfig) {
  private static final String VOLUME = "data";

  static JaegerValues of(String id, JaegerProps props) {
    var volume =
        new VolumeBuilder()
            .withName(VOLUME)
            .withNewPersistentVolumeClaim()
            .withClaimName(id)
            .endPersistentVolumeClaim()
            .build();
    var mount =
        new VolumeMountBuilder().withName(VOLUME).withMountPath(JaegerConfiguration.DATA).build();
    var process =
        new Process(
            props.resources(),
            Confinement.pod(),
            Confinement.container(),
            List.of(volume),
            List.of(mount));
    return new JaegerValues(id, process, JaegerConfiguration.of(props.retention()));
  }

  record Process(
      Compute resources,
      PodSecurityContext podSecurityContext,
      SecurityContext securityContext,
      List<Volume> extraVolumes,
      List<VolumeMount> extraVolumeMounts) {}
}

package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Volumes;
import java.util.List;

/** The values of Fluent Bit's chart. */
record FluentBitValues(
    String fullnameOverride,
    Enabled testFramework,
    PodSecurityContext podSecurityContext,
    SecurityContext securityContext,
    Enabled serviceMonitor,
    Enabled dashboards,
    Compute resources,
    List<Toleration> tolerations,
    String priorityClassName,
    FluentBitConfig config,
    List<Volume> daemonSetVolumes,
    List<VolumeMount> daemonSetVolumeMounts) {
  private static final String LOGS = "/var/log";

  static FluentBitValues of(String id, FluentBitProps props, FluentBitConfig config) {
    return new FluentBitValues(
        id,
        Enabled.OFF,
        Confinement.anyUser(),
        // It runs as root, whose the log files are; it needs nothing else that root may do.
        Confinement.container(),
        Enabled.when(props.metrics()),
        Enabled.when(props.metrics()),
        props.resources(),
        List.of(new TolerationBuilder().withOperator("Exists").build()),
        "system-node-critical",
        config,
        List.of(
            hostPath("varlog", LOGS, "Directory"),
            hostPath("state", FluentBitConfig.STATE, "DirectoryOrCreate")),
        List.of(Volumes.readOnly("varlog", LOGS), Volumes.mount("state", FluentBitConfig.STATE)));
  }

  private static Volume hostPath(String name, String path, String type) {
    return new VolumeBuilder()
        .withName(name)
        .withNewHostPath()
        .withPath(path)
        .withType(type)
        .endHostPath()
        .build();
  }
}

package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Volumes;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.util.List;

/** The values of Fluentd's chart. */
record FluentdValues(
    String fullnameOverride,
    String kind,
    int replicaCount,
    Image image,
    Create rbac,
    Enabled podSecurityPolicy,
    PodSecurityContext podSecurityContext,
    SecurityContext securityContext,
    Compute resources,
    boolean mountVarLogDirectory,
    boolean mountDockerContainersDirectory,
    List<Volume> volumes,
    List<VolumeMount> volumeMounts,
    Persistence persistence,
    Service service,
    MetricsPart metrics,
    Enabled dashboards,
    FluentdConfig fileConfigs) {
  // The image's user and group.
  private static final long USER = 100;
  private static final long GROUP = 101;
  // Its sockets pass through files there.
  private static final String TEMPORARY = "tmp";

  static FluentdValues of(String id, FluentdProps props, ImageRef image) {
    return new FluentdValues(
        id,
        "StatefulSet",
        1,
        new Image(image.registry() + "/" + image.repository(), image.tag()),
        // It reads no container's logs, so it has nothing to ask the API.
        new Create(false),
        Enabled.OFF,
        new PodSecurityContextBuilder(Confinement.pod())
            .withRunAsUser(USER)
            .withRunAsGroup(GROUP)
            .withFsGroup(GROUP)
            .build(),
        Confinement.container(),
        props.resources(),
        false,
        false,
        List.of(Volumes.empty(TEMPORARY)),
        List.of(Volumes.mount(TEMPORARY, "/tmp")),
        new Persistence(true, props.storage(), props.size()),
        new Service(
            List.of(
                new Port("syslog", "TCP", FluentdConfig.SYSLOG),
                new Port("syslog-udp", "UDP", FluentdConfig.SYSLOG),
                new Port("forward", "TCP", FluentdConfig.FORWARD))),
        new MetricsPart(Enabled.when(props.metrics())),
        Enabled.when(props.metrics()),
        FluentdConfig.of(props));
  }

  record Image(String repository, String tag) {}

  record Create(boolean create) {}

  record Persistence(boolean enabled, StorageClassRef storageClass, Quantity size) {}

  record Service(List<Port> ports) {}

  record Port(String name, String protocol, int containerPort) {}

  record MetricsPart(Enabled serviceMonitor) {}
}

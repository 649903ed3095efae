package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Quantity;
import java.util.Map;

/** The values of VictoriaLogs' chart. */
record VictoriaLogsValues(Server server, Dashboards dashboards) {

  static VictoriaLogsValues of(
      String id, VictoriaLogsProps props, Map<String, String> annotations) {
    var server =
        new Server(
            id,
            props.retention().toDays() + "d",
            diskLimit(props.size()),
            new Volume(props.size(), props.storage()),
            new Service("", annotations),
            props.resources(),
            // Beside the chart's own user and group.
            new PodSecurityContextBuilder()
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .build(),
            Enabled.when(props.metrics()));
    return new VictoriaLogsValues(server, new Dashboards(props.metrics(), Dashboard.LABELS));
  }

  // Local volumes have no quota: the store itself must stay below what it was given.
  private static String diskLimit(Quantity size) {
    return size.amount().longValue() / 10 * 9 / (1L << 20) + "MiB";
  }

  record Server(
      String fullnameOverride,
      String retentionPeriod,
      String retentionDiskSpaceUsage,
      Volume persistentVolume,
      Service service,
      Compute resources,
      PodSecurityContext podSecurityContext,
      Enabled serviceMonitor) {}

  record Volume(Quantity size, StorageClassRef storageClassName) {}

  // An empty address instead of the chart's None: a headless Service cannot be a global one.
  record Service(String clusterIP, Map<String, String> annotations) {}

  record Dashboards(boolean enabled, Map<String, String> labels) {}
}

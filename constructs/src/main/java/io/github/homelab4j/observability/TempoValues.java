package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Confinement;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;

/** The values of Tempo's chart. */
record TempoValues(
    String fullnameOverride,
    Process tempo,
    PodSecurityContext securityContext,
    Persistence persistence,
    Enabled serviceMonitor) {

  static TempoValues of(String id, TempoProps props) {
    return new TempoValues(
        id,
        new Process(props.retention(), false, 0, props.resources(), Confinement.container()),
        // Beside the chart's own user and group.
        new PodSecurityContextBuilder()
            .withNewSeccompProfile()
            .withType("RuntimeDefault")
            .endSeccompProfile()
            .build(),
        new Persistence(true, props.size(), props.storage()),
        Enabled.when(props.metrics()));
  }

  // No ballast: the chart's default reserves a gibibyte of memory for it.
  record Process(
      Duration retention,
      boolean reportingEnabled,
      int memBallastSizeMbs,
      Compute resources,
      SecurityContext securityContext) {}

  record Persistence(boolean enabled, Quantity size, StorageClassRef storageClassName) {}
}

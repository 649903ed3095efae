package io.github.homelab4j.observability;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;

/** The values of the VictoriaMetrics operator's chart. */
record VictoriaMetricsOperatorValues(
    String fullnameOverride,
    Crds crds,
    Operator operator,
    Monitor serviceMonitor,
    SecurityContext podSecurityContext,
    Compute resources) {
  private static final int GROUP = 2000;
  private static final int USER = 1000;

  static VictoriaMetricsOperatorValues of(String id, VictoriaMetricsOperatorProps props) {
    return new VictoriaMetricsOperatorValues(
        id,
        new Crds(true),
        new Operator(false, true),
        new Monitor(props.metrics(), false),
        new SecurityContext(true, GROUP, true, USER, new SeccompProfile(null, "RuntimeDefault")),
        Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.mi(512)));
  }

  // Plain: in the chart's crds folder, where Flux replaces them at an upgrade; as templates, Helm
  // would delete them with the release.
  record Crds(boolean plain) {}

  // Ownership: a monitor that is deleted takes its converted twin with it.
  record Operator(
      @JsonProperty("disable_prometheus_converter") boolean disableConverter,
      @JsonProperty("enable_converter_ownership") boolean ownership) {}

  // Not as the operator's own kind: its webhook does not answer yet when its release is installed.
  record Monitor(boolean enabled, boolean vm) {}

  record SecurityContext(
      boolean enabled,
      int fsGroup,
      boolean runAsNonRoot,
      int runAsUser,
      SeccompProfile seccompProfile) {}
}

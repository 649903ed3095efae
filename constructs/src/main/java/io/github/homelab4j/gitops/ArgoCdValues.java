package io.github.homelab4j.gitops;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Optional;

/** The values of Argo CD's chart. */
record ArgoCdValues(
    String fullnameOverride,
    Global global,
    Configs configs,
    Single controller,
    Part server,
    Part repoServer,
    Part applicationSet,
    Switched notifications,
    Enabled dex,
    Single redis) {

  static ArgoCdValues of(String name, ArgoCdProps props, Optional<String> oidc) {
    var metrics = new Metrics(props.metrics(), Enabled.when(props.metrics()));
    var budget = new Budget(props.replicas() > 1, 1);
    var small = Compute.of(Quantity.millis(20), Quantity.mi(128), Quantity.mi(256));
    var large = Compute.of(Quantity.millis(100), Quantity.mi(512), Quantity.gi(1));
    return new ArgoCdValues(
        name,
        new Global(props.hostname()),
        new Configs(
            new ConfigMap(oidc.isEmpty(), oidc),
            new Rbac("role:readonly", "g, %s, role:admin\n".formatted(props.adminGroup()))),
        new Single(large, Optional.of(metrics)),
        // TLS ends at the Gateway.
        new Part(props.replicas(), List.of("--insecure"), budget, small, metrics),
        new Part(props.replicas(), List.of(), budget, large, metrics),
        new Part(props.replicas(), List.of(), budget, small, metrics),
        new Switched(props.notifications(), small),
        Enabled.OFF,
        new Single(small, Optional.empty()));
  }

  record Global(Hostname domain) {}

  record Configs(ConfigMap cm, Rbac rbac) {}

  record ConfigMap(
      @JsonProperty("admin.enabled") boolean admin,
      @JsonProperty("oidc.config") Optional<String> oidc) {}

  record Rbac(
      @JsonProperty("policy.default") String fallback, @JsonProperty("policy.csv") String csv) {}

  record Part(
      int replicas, List<String> extraArgs, Budget pdb, Compute resources, Metrics metrics) {}

  record Single(Compute resources, Optional<Metrics> metrics) {}

  record Switched(boolean enabled, Compute resources) {}

  record Budget(boolean enabled, int maxUnavailable) {}

  record Metrics(boolean enabled, Enabled serviceMonitor) {}
}

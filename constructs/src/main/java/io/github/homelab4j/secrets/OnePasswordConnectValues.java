package io.github.homelab4j.secrets;

import io.fabric8.kubernetes.api.model.Affinity;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.unit.Quantity;

/** The values of 1Password Connect's chart. */
record OnePasswordConnectValues(Connect connect, Operator operator) {

  static OnePasswordConnectValues of(
      ServiceRef api, OnePasswordConnectProps props, SecretKeyRef credentials) {
    var compute = Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(128));
    return new OnePasswordConnectValues(
        new Connect(
            api.name(),
            props.replicas(),
            credentials.secret(),
            credentials.key(),
            new Budget(props.replicas() > 1, 1),
            new Api(compute, Enabled.when(props.metrics())),
            new Sync(compute),
            Placement.apart(api.selector())),
        // 1Password's own operator: External Secrets does its work here.
        new Operator(false));
  }

  record Connect(
      String applicationName,
      int replicas,
      SecretRef credentialsName,
      String credentialsKey,
      Budget pdb,
      Api api,
      Sync sync,
      Affinity affinity) {}

  record Budget(boolean enabled, int maxUnavailable) {}

  record Api(Compute resources, Enabled serviceMonitor) {}

  record Sync(Compute resources) {}

  record Operator(boolean create) {}
}

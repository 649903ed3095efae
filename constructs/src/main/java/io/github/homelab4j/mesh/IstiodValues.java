package io.github.homelab4j.mesh;

import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SeccompProfileBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.Placement;
import java.util.List;
import java.util.Map;

/** The values of istiod's chart. */
record IstiodValues(
    boolean autoscaleEnabled,
    int replicaCount,
    Compute resources,
    SeccompProfile seccompProfile,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    Enabled cni,
    Global global) {
  private static final SeccompProfile CONFINED =
      new SeccompProfileBuilder().withType("RuntimeDefault").build();

  static IstiodValues of(String namespace, IstiodProps props, Map<String, String> pods) {
    return new IstiodValues(
        false,
        props.replicas(),
        props.resources(),
        CONFINED,
        props.replicas() > 1 ? Placement.spread(pods) : List.of(),
        Enabled.when(props.cni().isPresent()),
        new Global(
            namespace, "system-cluster-critical", new Proxy(CONFINED, props.proxyResources())));
  }

  record Global(String istioNamespace, String priorityClassName, Proxy proxy) {}

  record Proxy(SeccompProfile seccompProfile, Compute resources) {}
}

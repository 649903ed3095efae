package io.github.homelab4j.crd.cilium;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Meta;
import java.util.List;
import java.util.Optional;

/**
 * Which traffic the pods of a namespace take and send.
 *
 * @see <a href="https://docs.cilium.io/en/stable/security/policy/">Network policy</a>
 */
@Group("cilium.io")
@Version("v2")
@Kind("CiliumNetworkPolicy")
public final class CiliumNetworkPolicy extends CustomResource<PolicySpec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CiliumNetworkPolicy(ObjectMeta metadata, PolicySpec spec) {
    super(metadata, spec);
  }

  /**
   * Lets pods of other clusters of the mesh reach the pods behind a Service. It opens only: where nothing is refused, nothing is refused
   * because of it.
   *
   * @param service a Service that other clusters use
   * @param clusters their names in the mesh
   */
  public static CiliumNetworkPolicy fromClusters(ServiceRef service, List<String> clusters) {
    var peers = clusters.stream().map(PolicySpec::podsOf).toList();
    var rule = new PolicySpec.Ingress(peers, List.of(), List.of(), List.of(PolicySpec.PortRule.tcp(List.of(service.targetPort()))));
    return new CiliumNetworkPolicy(
        Meta.of(service.name() + "-from-mesh", service.namespace()),
        new PolicySpec(
            Optional.of("Pods of %s use %s".formatted(String.join(", ", clusters), service.name())),
            PolicySpec.pods(service.selector()),
            Optional.of(PolicySpec.DefaultDeny.none()),
            List.of(rule),
            List.of()));
  }
}

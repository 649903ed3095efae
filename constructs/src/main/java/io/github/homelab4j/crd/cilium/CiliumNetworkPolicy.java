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
import java.util.stream.Collectors;

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
   * Lets pods of other clusters of the mesh reach the pods behind a Service. It opens only: where
   * nothing is refused, nothing is refused because of it.
   *
   * @param service a Service that other clusters use
   * @param consumers who uses it
   */
  public static CiliumNetworkPolicy fromMesh(ServiceRef service, List<Consumer> consumers) {
    var peers =
        consumers.stream()
            .map(consumer -> PolicySpec.podsOf(consumer.cluster(), consumer.namespace()))
            .toList();
    var rule =
        new PolicySpec.Ingress(
            peers,
            List.of(),
            List.of(),
            List.of(PolicySpec.PortRule.tcp(List.of(service.targetPort()))));
    var names = consumers.stream().map(Consumer::toString).collect(Collectors.joining(", "));
    return new CiliumNetworkPolicy(
        Meta.of(service.name() + "-from-mesh", service.namespace()),
        new PolicySpec(
            Optional.of("Pods of %s use %s".formatted(names, service.name())),
            PolicySpec.pods(service.selector()),
            Optional.of(PolicySpec.DefaultDeny.none()),
            List.of(rule),
            List.of()));
  }

  /**
   * A namespace of another cluster that uses a Service.
   *
   * @param cluster the cluster's name in the mesh
   * @param namespace the namespace
   */
  public record Consumer(String cluster, String namespace) {
    @Override
    public String toString() {
      return cluster + "/" + namespace;
    }
  }
}

package io.github.homelab4j.crd.cilium;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;

/**
 * Which traffic pods of all namespaces take and send.
 *
 * @see <a href="https://docs.cilium.io/en/stable/security/policy/">Network policy</a>
 */
@Group("cilium.io")
@Version("v2")
@Kind("CiliumClusterwideNetworkPolicy")
public final class CiliumClusterwideNetworkPolicy extends CustomResource<PolicySpec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CiliumClusterwideNetworkPolicy(ObjectMeta metadata, PolicySpec spec) {
    super(metadata, spec);
  }
}

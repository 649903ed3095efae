package io.github.homelab4j.crd.fluxoperator;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.KeepsData;
import java.util.List;

/**
 * The controllers of Flux in a cluster. There is one, and its name is {@code flux}.
 *
 * @see <a href="https://fluxcd.control-plane.io/operator/fluxinstance/">FluxInstance</a>
 */
@Group("fluxcd.controlplane.io")
@Version("v1")
@Kind("FluxInstance")
// With it Flux itself would go, and nothing would be reconciled any more.
@KeepsData
@Health(current = Health.READY)
public final class FluxInstance extends CustomResource<FluxInstance.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public FluxInstance(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** Which Flux, with which controllers, for what kind of cluster. */
  public record Spec(Distribution distribution, List<String> components, ClusterSettings cluster) {}

  /** A release of Flux; the operator carries the manifests of those it knows. */
  public record Distribution(String version, String registry) {}

  /** What the controllers are adjusted to. */
  public record ClusterSettings(
      String type, String size, String domain, boolean multitenant, boolean networkPolicy) {}
}

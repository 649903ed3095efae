package io.github.homelab4j.crd.flux;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.ChartPin;
import io.github.homelab4j.kube.CustomResource;
import java.time.Duration;

/**
 * A Helm repository with an index, for charts that are not published as OCI artifacts.
 *
 * @see <a href="https://fluxcd.io/flux/components/source/helmrepositories/">HelmRepository</a>
 */
@Group("source.toolkit.fluxcd.io")
@Version("v1")
@Kind("HelmRepository")
public final class HelmRepository extends CustomResource<HelmRepository.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public HelmRepository(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The repository of a chart. */
  public static HelmRepository of(ObjectMeta meta, ChartPin pin) {
    return new HelmRepository(meta, new Spec(Duration.ofHours(2), pin.repository()));
  }

  /** The repository and how often its index is read. */
  public record Spec(Duration interval, String url) {}
}

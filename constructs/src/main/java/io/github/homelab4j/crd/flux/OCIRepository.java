package io.github.homelab4j.crd.flux;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.ChartPin;
import io.github.homelab4j.kube.CustomResource;
import java.time.Duration;

/**
 * A chart that is published as an OCI artifact.
 *
 * @see <a href="https://fluxcd.io/flux/components/source/ocirepositories/">OCIRepository</a>
 */
@Group("source.toolkit.fluxcd.io")
@Version("v1")
@Kind("OCIRepository")
public final class OCIRepository extends CustomResource<OCIRepository.Spec> {
  private static final long serialVersionUID = 1L;
  // Helm's own layer, as it is: without a selector Flux would repack it.
  private static final LayerSelector CHART =
      new LayerSelector("application/vnd.cncf.helm.chart.content.v1.tar+gzip", "copy");

  /** With its metadata and spec. */
  public OCIRepository(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The source of a chart. */
  public static OCIRepository of(ObjectMeta meta, ChartPin pin) {
    return new OCIRepository(
        meta, new Spec(Duration.ofHours(1), pin.repository(), new Reference(pin.version()), CHART));
  }

  /** The artifact and how often it is looked at. */
  public record Spec(Duration interval, String url, Reference ref, LayerSelector layerSelector) {}

  /** The exact tag. */
  public record Reference(String tag) {}

  /** Which layer holds the chart. */
  public record LayerSelector(String mediaType, String operation) {}
}

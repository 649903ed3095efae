package io.github.homelab4j.crd.flux;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.ChartPin;
import io.github.homelab4j.kube.CustomResource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Helm release that Flux installs and keeps as it is declared.
 *
 * @see <a href="https://fluxcd.io/flux/components/helm/helmreleases/">HelmRelease</a>
 */
@Group("helm.toolkit.fluxcd.io")
@Version("v2")
@Kind("HelmRelease")
public final class HelmRelease extends CustomResource<HelmRelease.Spec> {
  private static final long serialVersionUID = 1L;
  private static final Duration INTERVAL = Duration.ofHours(1);
  // Again and again: the default would uninstall what is not ready in time, data and all, or go back below a migrated database, and give up after some tries.
  private static final Strategy PATIENT = new Strategy("RetryOnFailure");

  /** With its metadata and spec. */
  public HelmRelease(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** A release of a chart, whose source has the release's own name and namespace. */
  public static HelmRelease of(
      ObjectMeta meta, String releaseName, ChartPin pin, Duration timeout, ObjectNode values, List<ValuesFrom> valuesFrom, List<Patch> patches) {
    var chartRef = pin.oci() ? Optional.of(new SourceRef("OCIRepository", meta.getName())) : Optional.<SourceRef>empty();
    var chart =
        pin.oci()
            ? Optional.<Chart>empty()
            : Optional.of(new Chart(new ChartSpec(pin.name(), pin.version(), new SourceRef("HelmRepository", meta.getName()))));
    // CreateReplace: charts that bring definitions would leave them as they were first installed.
    var install = new Install("CreateReplace", PATIENT);
    var upgrade = new Upgrade("CreateReplace", PATIENT);
    var renderers = patches.isEmpty() ? List.<PostRenderer>of() : List.of(new PostRenderer(new Kustomize(patches)));
    var filled = values.isEmpty() ? Optional.<ObjectNode>empty() : Optional.of(values);
    return new HelmRelease(meta, new Spec(INTERVAL, timeout, releaseName, chartRef, chart, install, upgrade, renderers, valuesFrom, filled));
  }

  /**
   * The release.
   *
   * @param chartRef an OCI source
   * @param chart a chart of a Helm repository
   */
  public record Spec(
      Duration interval,
      Duration timeout,
      String releaseName,
      Optional<SourceRef> chartRef,
      Optional<Chart> chart,
      Install install,
      Upgrade upgrade,
      List<PostRenderer> postRenderers,
      List<ValuesFrom> valuesFrom,
      Optional<ObjectNode> values) {}

  /** A source in the release's namespace. */
  public record SourceRef(String kind, String name) {}

  /** A chart of a Helm repository. */
  public record Chart(ChartSpec spec) {}

  /** Which chart, at which version. */
  public record ChartSpec(String chart, String version, SourceRef sourceRef) {}

  /** How the first installation goes. */
  public record Install(String crds, Strategy strategy) {}

  /** How upgrades go. */
  public record Upgrade(String crds, Strategy strategy) {}

  /** What happens after a failure, by name. */
  public record Strategy(String name) {}

  /** What is done to the chart's objects before they are applied. */
  public record PostRenderer(Kustomize kustomize) {}

  /** Patches as Kustomize takes them. */
  public record Kustomize(List<Patch> patches) {}

  /** A strategic merge patch, as YAML, and what it applies to. */
  public record Patch(Target target, String patch) {}

  /** What a patch applies to; the name is a regular expression. */
  public record Target(String kind, String name) {}

  /**
   * A value that Flux reads from a Secret in the release's namespace.
   *
   * @param literal as it is: else commas, braces and backslashes of a password would be read as syntax, and digits alone as a number
   */
  public record ValuesFrom(String kind, String name, String valuesKey, String targetPath, boolean literal) {
    /** A key of a Secret, taken as it is. */
    public static ValuesFrom secret(String name, String key, String targetPath) {
      return new ValuesFrom("Secret", name, key, targetPath, true);
    }
  }
}

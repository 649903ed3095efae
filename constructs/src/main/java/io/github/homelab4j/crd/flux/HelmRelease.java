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
  // Again and again: the default would uninstall what is not ready in time, data and all, or go
  // back below a migrated database, and give up after some tries.
  private static final Strategy PATIENT = new Strategy("RetryOnFailure");

  /** With its metadata and spec. */
  public HelmRelease(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** A release of a chart, whose source has the release's own name and namespace. */
  public static HelmRelease of(ObjectMeta meta, ChartPin pin, Release release) {
    var chartRef =
        pin.oci()
            ? Optional.of(new SourceRef("OCIRepository", meta.getName()))
            : Optional.<SourceRef>empty();
    var chart =
        pin.oci()
            ? Optional.<Chart>empty()
            : Optional.of(
                new Chart(
                    new ChartSpec(
                        pin.name(),
                        pin.version(),
                        new SourceRef("HelmRepository", meta.getName()))));
    var renderers =
        release.patches().isEmpty()
            ? List.<PostRenderer>of()
            : List.of(new PostRenderer(new Kustomize(release.patches())));
    var filled =
        release.values().isEmpty() ? Optional.<ObjectNode>empty() : Optional.of(release.values());
    return new HelmRelease(
        meta,
        new Spec(
            INTERVAL,
            release.timeout(),
            release.name(),
            release.serviceAccount(),
            chartRef,
            chart,
            new Install(release.crds().policy, PATIENT),
            new Upgrade(release.crds().policy, PATIENT),
            renderers,
            release.valuesFrom(),
            filled));
  }

  /** What becomes of the definitions in a chart's {@code crds} folder. */
  public enum Crds {
    /** They are the release's: brought up to date with it, which Helm itself would never do. */
    OWNED("CreateReplace"),
    /**
     * They belong to another component: a chart that bundles them would put its own version over
     * theirs.
     */
    OTHERS("Skip");

    private final String policy;

    Crds(String policy) {
      this.policy = policy;
    }
  }

  /**
   * What a release is made of.
   *
   * @param name Helm's name for it
   * @param timeout how long each of Helm's actions may take
   * @param crds what becomes of the chart's definitions
   * @param serviceAccount the account whose rights it has; the controller's when there is none
   * @param values the chart's values
   * @param valuesFrom values from Secrets
   * @param patches patches on what the chart renders
   */
  public record Release(
      String name,
      Duration timeout,
      Crds crds,
      Optional<String> serviceAccount,
      ObjectNode values,
      List<ValuesFrom> valuesFrom,
      List<Patch> patches) {}

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
      Optional<String> serviceAccountName,
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
   * @param literal as it is: else commas, braces and backslashes of a password would be read as
   *     syntax, and digits alone as a number
   */
  public record ValuesFrom(
      String kind, String name, String valuesKey, String targetPath, boolean literal) {
    /** A key of a Secret, taken as it is. */
    public static ValuesFrom secret(String name, String key, String targetPath) {
      return new ValuesFrom("Secret", name, key, targetPath, true);
    }
  }
}

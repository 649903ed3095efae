package io.github.homelab4j.crd.flux;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.Props;
import io.github.homelab4j.kube.CustomResource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A folder that Flux applies as a whole.
 *
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/">Kustomization</a>
 */
@Group("kustomize.toolkit.fluxcd.io")
@Version("v1")
@Kind("Kustomization")
public final class FluxKustomization extends CustomResource<FluxKustomization.Spec> {
  /** How often a Kustomization is reconciled without a new commit. */
  public static final Duration INTERVAL = Duration.ofHours(1);

  /** How soon a failed one is tried again. */
  public static final Duration RETRY_INTERVAL = Duration.ofMinutes(2);

  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public FluxKustomization(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** A folder of another project's repository, whose source is named {@code source}. */
  public static FluxKustomization upstream(
      ObjectMeta meta,
      String source,
      String folder,
      Duration timeout,
      Optional<String> targetNamespace,
      List<Patch> patches) {
    return new FluxKustomization(
        meta,
        Spec.builder()
            .interval(INTERVAL)
            .retryInterval(RETRY_INTERVAL)
            .timeout(timeout.minusMinutes(1))
            .path("./" + folder)
            .prune(true)
            .sourceRef(new SourceRef("GitRepository", source, Optional.empty()))
            .targetNamespace(targetNamespace)
            .waits(true)
            .addAllPatches(patches)
            .build());
  }

  /** What is applied, from where, after what, and when it counts as ready. */
  @Props
  @Value.Immutable
  public interface Spec {
    /** How often it is reconciled. */
    Duration interval();

    /** How soon a failure is tried again. */
    Duration retryInterval();

    /** How long it may take to become ready. */
    Duration timeout();

    /** What must be ready before. */
    List<DependsOn> dependsOn();

    /** The folder in the source. */
    String path();

    /** Whether what leaves the folder leaves the cluster. */
    boolean prune();

    /** What happens to its objects when the Kustomization itself is deleted. */
    Optional<String> deletionPolicy();

    /** The source. */
    SourceRef sourceRef();

    /** The namespace of objects that name none. */
    Optional<String> targetNamespace();

    /** The account whose rights it has; by default those of the controller. */
    Optional<String> serviceAccountName();

    /** How SOPS files are decrypted. */
    Optional<Decryption> decryption();

    /** Whether it is ready only when everything it applied is. */
    @com.fasterxml.jackson.annotation.JsonProperty("wait")
    Optional<Boolean> waits();

    /** What must be healthy, when it does not wait for everything. */
    List<HealthCheckRef> healthChecks();

    /** How the health of unusual kinds is told. */
    List<HealthCheckExpr> healthCheckExprs();

    /** Patches on what the folder holds. */
    List<Patch> patches();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Spec}. */
    final class Builder extends ImmutableSpec.Builder {}
  }

  /** Another Kustomization of the same cluster. */
  public record DependsOn(String name, Optional<String> namespace) {}

  /** A source. */
  public record SourceRef(String kind, String name, Optional<String> namespace) {}

  /** SOPS with the Age key in a Secret. */
  public record Decryption(String provider, SecretName secretRef) {}

  /** A Secret in the same namespace. */
  public record SecretName(String name) {}

  /** An object whose health is looked at. */
  public record HealthCheckRef(
      String apiVersion, String kind, String name, Optional<String> namespace) {}

  /** CEL expressions over the objects of a kind. */
  public record HealthCheckExpr(
      String apiVersion,
      String kind,
      Optional<String> inProgress,
      Optional<String> failed,
      String current) {}

  /**
   * A patch and what it applies to.
   *
   * @param patch a strategic merge patch, as YAML; the name in it is not looked at
   * @param target what it applies to
   */
  public record Patch(String patch, Target target) {
    /**
     * Definitions stay when whoever brings them goes: with them would go everything of their kinds.
     */
    public static final Patch KEEP_DEFINITIONS =
        new Patch(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: all
              annotations:
                kustomize.toolkit.fluxcd.io/prune: disabled
            """,
            new Target("CustomResourceDefinition", ".*"));
  }

  /** What a patch applies to. */
  public record Target(String kind, String name) {}
}

package io.github.homelab4j.crd.dragonfly;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.Props;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.ImageRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Dragonfly with its replicas.
 *
 * @see <a
 *     href="https://www.dragonflydb.io/docs/managing-dragonfly/operator/dragonfly-configuration">Dragonfly
 *     configuration</a>
 */
@Group("dragonflydb.io")
@Version("v1alpha1")
@Kind("Dragonfly")
// Operators before 1.2 spelled it in lower case, and a resource keeps what it was given until its
// next event.
@Health(current = "has(status.phase) && status.phase in ['Ready', 'ready']")
public final class Dragonfly extends CustomResource<Dragonfly.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Dragonfly(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** What it is made of. */
  @Props
  @Value.Immutable
  public interface Spec {
    /** Its image. */
    ImageRef image();

    /** The master and its replicas. */
    int replicas();

    /** Further flags of the server. */
    List<String> args();

    /** What a pod asks for. */
    Compute resources();

    /** Who may log in. */
    Authentication authentication();

    /** Copies on disk. */
    Snapshot snapshot();

    /** What the Service carries. */
    Optional<ServiceSpec> serviceSpec();

    /** Where pods go. */
    Affinity affinity();

    /** The disruption budget. */
    Pdb pdb();

    /** Whether a replica counts as ready only once it has the master's data. */
    boolean enableReplicationReadinessGate();

    /** Whether the operator makes a network policy, which admits pods of its own namespace only. */
    boolean networkPolicyEnabled();

    /** Under whom pods run. */
    PodSecurityContext podSecurityContext();

    /** What the server may do. */
    SecurityContext containerSecurityContext();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Spec}. */
    final class Builder extends ImmutableSpec.Builder {}
  }

  /** The password of the default user. */
  public record Authentication(Key passwordFromSecret) {}

  /** A key of a Secret in the same namespace. */
  public record Key(SecretRef name, String key) {}

  /** When, and on which volume. */
  public record Snapshot(CronSchedule cron, PersistentVolumeClaimSpec persistentVolumeClaimSpec) {}

  /** Annotations of the Service. */
  public record ServiceSpec(Map<String, String> annotations) {}

  /** How many pods may be away. */
  public record Pdb(int maxUnavailable) {}
}

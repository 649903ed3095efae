package io.github.homelab4j.crd.cnpg;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.Props;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.KeepsData;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A PostgreSQL server: one primary and its replicas.
 *
 * @see <a
 *     href="https://cloudnative-pg.io/documentation/1.30/cloudnative-pg.v1/#clusterspec">Cluster</a>
 */
@Group("postgresql.cnpg.io")
@Version("v1")
@Kind("Cluster")
@KeepsData
// A bootstrap sets Ready to False on its way, so False is no failure.
@Health(current = Health.READY)
public final class Cluster extends CustomResource<Cluster.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Cluster(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** What the server is made of. */
  @Props
  @Value.Immutable
  public interface Spec {
    /** PostgreSQL's image; its tag starts with the version. */
    ImageRef imageName();

    /** The primary and its replicas. */
    int instances();

    /** How the primary is replaced when its pod must change. */
    String primaryUpdateMethod();

    /** PostgreSQL's own settings. */
    Postgresql postgresql();

    /** Where the first data come from. */
    Bootstrap bootstrap();

    /** Servers that data come from. */
    List<ExternalCluster> externalClusters();

    /** Plugins that act on this server. */
    List<Plugin> plugins();

    /** The volume of the data. */
    Storage storage();

    /** The volume of the write-ahead log. */
    Storage walStorage();

    /** How snapshots of the volumes are taken. */
    Optional<Backup> backup();

    /** What an instance asks for. */
    Compute resources();

    /** Where instances go. */
    Affinity affinity();

    /** Logins that the operator keeps. */
    Optional<Managed> managed();

    /** Whether the superuser may log in by password. */
    boolean enableSuperuserAccess();

    /** Whether the operator makes disruption budgets. */
    boolean enablePDB();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Spec}. */
    final class Builder extends ImmutableSpec.Builder {}
  }

  /** Settings of {@code postgresql.conf} and how commits wait for replicas. */
  public record Postgresql(Map<String, String> parameters, Optional<Synchronous> synchronous) {}

  /** How many replicas a commit waits for, and whether it does so when they are away. */
  public record Synchronous(String method, int number, String dataDurability) {}

  /** An empty server, or one from a backup. */
  public record Bootstrap(Optional<Initdb> initdb, Optional<Recovery> recovery) {}

  /** An empty server with one database. */
  public record Initdb(String database, String owner, boolean dataChecksums) {}

  /** A server from the backups of an external cluster. */
  public record Recovery(String source, Optional<RecoveryTarget> recoveryTarget) {}

  /** How far to replay. */
  public record RecoveryTarget(String targetTime) {}

  /** A server that data come from. */
  public record ExternalCluster(String name, Plugin plugin) {}

  /** A plugin and its parameters. */
  public record Plugin(
      String name, Optional<Boolean> isWALArchiver, Map<String, String> parameters) {}

  /** A volume. */
  public record Storage(Quantity size, StorageClassRef storageClass) {}

  /** How backups are taken that no plugin takes. */
  public record Backup(VolumeSnapshot volumeSnapshot) {}

  /**
   * Snapshots of the volumes of one instance.
   *
   * @param className for the volume of the data
   * @param walClassName for the volume of the write-ahead log
   * @param snapshotOwnerReference with whom they are deleted
   * @param online whether the instance runs on meanwhile
   */
  public record VolumeSnapshot(
      VolumeSnapshotClassRef className,
      VolumeSnapshotClassRef walClassName,
      String snapshotOwnerReference,
      boolean online) {}

  /** Whether instances share a node. */
  public record Affinity(
      boolean enablePodAntiAffinity, String podAntiAffinityType, String topologyKey) {}

  /** Logins that the operator keeps. */
  public record Managed(List<Role> roles) {}

  /** A login. */
  public record Role(String name, String ensure, boolean login, SecretName passwordSecret) {}

  /** A Secret of type {@code kubernetes.io/basic-auth}. */
  public record SecretName(SecretRef name) {}
}

package io.github.homelab4j.crd.barman;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import java.util.List;

/**
 * A place for base backups and the write-ahead log.
 *
 * @see <a
 *     href="https://cloudnative-pg.io/plugin-barman-cloud/docs/plugin-barman-cloud.v1/">ObjectStore</a>
 */
@Group("barmancloud.cnpg.io")
@Version("v1")
@Kind("ObjectStore")
public final class ObjectStore extends CustomResource<ObjectStore.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public ObjectStore(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * Where it is, what is done with what is put there, and what does it.
   *
   * @param retentionPolicy how far back recovery reaches, as {@code 30d}
   */
  public record Spec(
      Configuration configuration, String retentionPolicy, Sidecar instanceSidecarConfiguration) {}

  /** An S3 bucket. */
  public record Configuration(
      String destinationPath,
      String endpointURL,
      S3Credentials s3Credentials,
      Wal wal,
      Data data) {}

  /** The login. */
  public record S3Credentials(Key accessKeyId, Key secretAccessKey, Key region) {}

  /** A key of a Secret in the same namespace. */
  public record Key(SecretRef name, String key) {}

  /** How the log is written. */
  public record Wal(String compression, int maxParallel) {}

  /** How base backups are written. */
  public record Data(String compression, int jobs) {}

  /** The container beside each PostgreSQL. */
  public record Sidecar(List<EnvVar> env, Compute resources) {}
}

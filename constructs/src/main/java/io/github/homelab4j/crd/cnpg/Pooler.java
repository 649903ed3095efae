package io.github.homelab4j.crd.cnpg;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import java.util.Map;
import java.util.Optional;

/**
 * PgBouncers in front of a server.
 *
 * @see <a href="https://cloudnative-pg.io/documentation/1.30/connection_pooling/">Pooler</a>
 */
@Group("postgresql.cnpg.io")
@Version("v1")
@Kind("Pooler")
@Health(
    current = "has(status.phase) && status.phase == 'active'",
    failed = "has(status.phase) && status.phase == 'failed'")
public final class Pooler extends CustomResource<Pooler.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Pooler(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * The poolers of one server.
   *
   * @param type which of the server's Services it leads to: {@code rw}, {@code ro} or {@code r}
   */
  public record Spec(
      Database.ClusterName cluster,
      int instances,
      String type,
      Pgbouncer pgbouncer,
      Optional<ServiceTemplate> serviceTemplate,
      PodTemplateSpec template) {}

  /** How long a client keeps its connection, and further settings. */
  public record Pgbouncer(String poolMode, Map<String, String> parameters) {}

  /** What the Service carries beyond what the operator writes. */
  public record ServiceTemplate(Metadata metadata) {}

  /** Annotations. */
  public record Metadata(Map<String, String> annotations) {}
}

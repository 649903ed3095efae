package io.github.homelab4j.crd.cnpg;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import java.util.List;

/**
 * A database on a server.
 *
 * @see <a
 *     href="https://cloudnative-pg.io/documentation/1.30/declarative_database_management/">Database</a>
 */
@Group("postgresql.cnpg.io")
@Version("v1")
@Kind("Database")
// Not applied is no failure: the operator tries again until the owner's role exists.
@Health(current = "has(status.applied) && status.applied")
public final class Database extends CustomResource<Database.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public Database(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /**
   * What it is called, who owns it, what it is extended by, and what happens to it when the
   * resource goes.
   */
  public record Spec(
      ClusterName cluster,
      String name,
      String owner,
      List<Extension> extensions,
      String databaseReclaimPolicy) {}

  /** A server in the same namespace. */
  public record ClusterName(String name) {}

  /** An extension of PostgreSQL. */
  public record Extension(String name) {}
}

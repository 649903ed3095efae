package io.github.homelab4j.database;

import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.crd.cnpg.Cluster;
import io.github.homelab4j.crd.cnpg.Database;
import io.github.homelab4j.kube.Meta;

/** The databases of a {@link PostgresCluster}, and the logins that own them. */
final class PostgresDatabases {
  private PostgresDatabases() {}

  // The data stay when the resource goes.
  static Database database(PostgresCluster cluster, PostgresDatabase database) {
    var name = database.name();
    var extensions = database.extensions().stream().map(Database.Extension::new).toList();
    var spec =
        new Database.Spec(new Database.ClusterName(cluster.id()), name, name, extensions, "retain");
    return new Database(Meta.of(cluster.id() + "-" + name, cluster.targetNamespace()), spec);
  }

  // The login's name is written here, not taken from the item: the operator refuses a Secret whose
  // username is another one.
  static SecretTemplate login(PostgresCluster cluster, PostgresDatabase database) {
    return SecretTemplate.named(cluster.id() + "-login-" + database.name())
        .type("kubernetes.io/basic-auth")
        .label(PostgresCluster.RELOAD, "true")
        .entry("username", database.name())
        .key("password", database.credentials().key("password"));
  }

  static Cluster.Role role(PostgresDatabase database, SecretRef login) {
    return new Cluster.Role(database.name(), "present", true, new Cluster.SecretName(login));
  }
}

package io.github.homelab4j.database;

import io.github.homelab4j.core.ChartFact;
import java.util.ArrayList;
import java.util.List;

/** What CloudNativePG makes of a {@link PostgresCluster}. */
final class PostgresFacts {
  private static final String SOURCES = "cloudnative-pg/cloudnative-pg@v1.30.0:";
  private static final String SERVICES = "pkg/specs/services.go";
  private static final String BUDGETS = "pkg/specs/poddisruptionbudget.go";
  private static final String SECRETS = "api/v1/cluster_types.go";
  private static final String POOLERS = "pkg/specs/pgbouncer/";

  private PostgresFacts() {}

  static List<ChartFact> of(PostgresCluster cluster, PostgresClusterProps props) {
    var facts = new ArrayList<ChartFact>();
    facts.add(
        fact(cluster, "Service", "-rw", "port 5432, cnpg.io/instanceRole: primary", SERVICES));
    facts.add(
        fact(cluster, "Service", "-ro", "port 5432, cnpg.io/instanceRole: replica", SERVICES));
    facts.add(fact(cluster, "Service", "-r", "port 5432, every instance", SERVICES));
    facts.add(
        fact(
            cluster,
            "PodDisruptionBudget",
            "-primary",
            "minAvailable 1 of cnpg.io/instanceRole: primary",
            BUDGETS));
    if (props.instances() > 2) {
      facts.add(
          fact(
              cluster,
              "PodDisruptionBudget",
              "",
              "all but one of cnpg.io/instanceRole: replica",
              BUDGETS));
    }
    facts.add(
        fact(
            cluster,
            "Secret",
            "-ca",
            "ca.crt, ca.key: the authority of server and client certificates",
            SECRETS));
    facts.add(
        fact(cluster, "Secret", "-server", "tls.crt, tls.key: the server's certificate", SECRETS));
    facts.add(
        fact(
            cluster,
            "Secret",
            "-replication",
            "tls.crt, tls.key: the replicas' certificate",
            SECRETS));
    if (props.recovery().isEmpty()) {
      facts.add(
          fact(
              cluster,
              "Secret",
              "-app",
              "username, password: the login app of the empty database app",
              SECRETS));
    }
    var poolers =
        props.databases().stream().flatMap(database -> database.pooler().stream()).toList();
    if (!poolers.isEmpty()) {
      facts.add(
          fact(
              cluster,
              "Secret",
              "-pooler",
              "tls.crt, tls.key: with which PgBouncer looks up passwords",
              "api/v1/pooler_funcs.go"));
    }
    for (var pooler : poolers) {
      var selector = "port 5432, cnpg.io/poolerName: " + pooler.name();
      facts.add(
          new ChartFact(
              "Service",
              pooler.name(),
              cluster.targetNamespace(),
              selector,
              SOURCES + POOLERS + "services.go"));
      var pods = "container pgbouncer, metrics on 9127";
      facts.add(
          new ChartFact(
              "Deployment",
              pooler.name(),
              cluster.targetNamespace(),
              pods,
              SOURCES + POOLERS + "deployments.go"));
    }
    return facts;
  }

  private static ChartFact fact(
      PostgresCluster cluster, String kind, String suffix, String detail, String file) {
    return new ChartFact(
        kind, cluster.id() + suffix, cluster.targetNamespace(), detail, SOURCES + file);
  }
}

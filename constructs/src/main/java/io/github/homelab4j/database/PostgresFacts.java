package io.github.homelab4j.database;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import java.util.ArrayList;
import java.util.List;

/** What CloudNativePG makes of a {@link PostgresCluster}. */
final class PostgresFacts {
  private static final String SOURCES = "cloudnative-pg/cloudnative-pg@v1.30.0:";
  private static final String SERVICES = "pkg/specs/services.go";
  private static final String BUDGETS = "pkg/specs/poddisruptionbudget.go";
  private static final String SECRETS = "api/v1/cluster_types.go";
  private static final String LOOKUP = "api/v1/pooler_funcs.go";
  private static final String POOLERS = "pkg/specs/pgbouncer/";

  private PostgresFacts() {}

  static List<ChartFact> of(PostgresCluster cluster, PostgresClusterProps props) {
    var id = cluster.id();
    var cnpg = new ChartFacts(cluster.targetNamespace(), SOURCES);
    var facts = new ArrayList<ChartFact>();
    facts.add(cnpg.of("Service", id + "-rw", "port 5432, cnpg.io/instanceRole: primary", SERVICES));
    facts.add(cnpg.of("Service", id + "-ro", "port 5432, cnpg.io/instanceRole: replica", SERVICES));
    facts.add(cnpg.of("Service", id + "-r", "port 5432, every instance", SERVICES));
    var primary = "minAvailable 1 of cnpg.io/instanceRole: primary";
    facts.add(cnpg.of("PodDisruptionBudget", id + "-primary", primary, BUDGETS));
    if (props.instances() > 2) {
      var replicas = "all but one of cnpg.io/instanceRole: replica";
      facts.add(cnpg.of("PodDisruptionBudget", id, replicas, BUDGETS));
    }
    var authority = "ca.crt, ca.key: the authority of server and client certificates";
    facts.add(cnpg.of("Secret", id + "-ca", authority, SECRETS));
    var server = "tls.crt, tls.key: the server's certificate";
    facts.add(cnpg.of("Secret", id + "-server", server, SECRETS));
    var replication = "tls.crt, tls.key: the replicas' certificate";
    facts.add(cnpg.of("Secret", id + "-replication", replication, SECRETS));
    if (props.recovery().isEmpty()) {
      var app = "username, password: the login app of the empty database app";
      facts.add(cnpg.of("Secret", id + "-app", app, SECRETS));
    }
    var poolers =
        props.databases().stream().flatMap(database -> database.pooler().stream()).toList();
    if (!poolers.isEmpty()) {
      var lookup = "tls.crt, tls.key: with which PgBouncer looks up passwords";
      facts.add(cnpg.of("Secret", id + "-pooler", lookup, LOOKUP));
    }
    for (var pooler : poolers) {
      var service = "port 5432, cnpg.io/poolerName: " + pooler.name();
      var pods = "container pgbouncer, metrics on 9127";
      facts.add(cnpg.of("Service", pooler.name(), service, POOLERS + "services.go"));
      facts.add(cnpg.of("Deployment", pooler.name(), pods, POOLERS + "deployments.go"));
    }
    return facts;
  }
}

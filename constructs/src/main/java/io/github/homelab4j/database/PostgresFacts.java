package io.github.homelab4j.database;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.ChartFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What CloudNativePG makes of a {@link PostgresCluster}. */
final class PostgresFacts {
  private static final String SOURCES = "cloudnative-pg/cloudnative-pg@v1.30.0:";
  private static final String SERVICES = "pkg/specs/services.go";
  private static final String BUDGETS = "pkg/specs/poddisruptionbudget.go";
  private static final String SECRETS = "api/v1/cluster_types.go";
  private static final String LOOKUP = "api/v1/pooler_funcs.go";
  private static final String POOLERS = "pkg/specs/pgbouncer/";
  private static final String CERTIFICATE = "tls.crt";
  private static final String KEY = "tls.key";

  private PostgresFacts() {}

  static List<ChartFact> of(PostgresCluster cluster, PostgresClusterProps props) {
    var id = cluster.id();
    var cnpg = new ChartFacts(cluster.targetNamespace(), SOURCES);
    var facts = new ArrayList<ChartFact>();
    facts.add(service(cnpg, id, "-rw").selects(role(id, "primary")));
    facts.add(service(cnpg, id, "-ro").selects(role(id, "replica")));
    facts.add(
        service(cnpg, id, "-r")
            .selects(Map.of(PostgresCluster.CLUSTER, id, "cnpg.io/podRole", "instance")));
    facts.add(budget(cnpg, id + "-primary", 1).selects(role(id, "primary")));
    if (props.instances() > 2) {
      facts.add(budget(cnpg, id, props.instances() - 2).selects(role(id, "replica")));
    }
    facts.add(
        cnpg.of("Secret", id + "-ca", SECRETS)
            .keys("ca.crt", "ca.key")
            .detail("the authority of server and client certificates"));
    facts.add(certificate(cnpg, id + "-server", SECRETS, "the server's certificate"));
    facts.add(certificate(cnpg, id + "-replication", SECRETS, "the replicas' certificate"));
    if (props.recovery().isEmpty()) {
      facts.add(
          cnpg.of("Secret", id + "-app", SECRETS)
              .keys("username", "password")
              .detail("the login app of the empty database app"));
    }
    facts.addAll(poolers(cnpg, id, props));
    return facts;
  }

  private static List<ChartFact> poolers(ChartFacts cnpg, String id, PostgresClusterProps props) {
    var facts = new ArrayList<ChartFact>();
    var poolers =
        props.databases().stream().flatMap(database -> database.pooler().stream()).toList();
    if (!poolers.isEmpty()) {
      var lookup = "with which PgBouncer looks up passwords";
      facts.add(certificate(cnpg, id + "-pooler", LOOKUP, lookup));
    }
    for (var pooler : poolers) {
      var pods = PostgresPoolers.pods(pooler);
      facts.add(
          cnpg.of("Service", pooler.name(), POOLERS + "services.go")
              .port("pgbouncer", PostgresPoolers.PORT)
              .selects(pods));
      facts.add(
          cnpg.of("Deployment", pooler.name(), POOLERS + "deployments.go")
              .port("pgbouncer", PostgresPoolers.PORT)
              .port("metrics", 9127)
              .selects(pods));
    }
    return facts;
  }

  private static ChartFact service(ChartFacts cnpg, String id, String suffix) {
    return cnpg.of("Service", id + suffix, SERVICES)
        .port("postgres", PostgresCluster.PORT)
        .labelled(Map.of(PostgresCluster.CLUSTER, id));
  }

  private static ChartFact budget(ChartFacts cnpg, String name, int minAvailable) {
    return cnpg.of("PodDisruptionBudget", name, BUDGETS)
        .minAvailable(Integer.toString(minAvailable));
  }

  private static ChartFact certificate(ChartFacts cnpg, String name, String file, String what) {
    return cnpg.of("Secret", name, file).keys(CERTIFICATE, KEY).detail(what);
  }

  private static Map<String, String> role(String id, String role) {
    return Map.of(PostgresCluster.CLUSTER, id, "cnpg.io/instanceRole", role);
  }
}

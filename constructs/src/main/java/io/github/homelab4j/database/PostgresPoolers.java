package io.github.homelab4j.database;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cnpg.Database;
import io.github.homelab4j.crd.cnpg.Pooler;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.Placement;
import io.github.homelab4j.kube.PodMonitors;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The PgBouncers of a {@link PostgresCluster}. */
final class PostgresPoolers {
  static final int PORT = 5432;

  private PostgresPoolers() {}

  static Map<String, String> pods(PostgresPooler pooler) {
    return Map.of("cnpg.io/poolerName", pooler.name());
  }

  static ServiceRef service(PostgresCluster cluster, PostgresPooler pooler) {
    return ServiceRef.providedBy(cluster, pooler.name(), PORT, pods(pooler));
  }

  static Pooler pooler(
      PostgresCluster cluster,
      PostgresPooler pooler,
      ImageRef image,
      Map<String, String> annotations) {
    var service =
        Optional.of(annotations)
            .filter(some -> !some.isEmpty())
            .map(Pooler.Metadata::new)
            .map(Pooler.ServiceTemplate::new);
    var spec =
        new Pooler.Spec(
            new Database.ClusterName(cluster.id()),
            pooler.instances(),
            "rw",
            new Pooler.Pgbouncer(pooler.mode().word(), parameters(pooler)),
            service,
            template(pooler, image));
    return new Pooler(Meta.of(pooler.name(), cluster.targetNamespace()), spec);
  }

  static List<HasMetadata> companions(
      PostgresCluster cluster, PostgresPooler pooler, boolean metrics) {
    var companions = new ArrayList<HasMetadata>();
    // The operator makes budgets for servers only.
    if (pooler.instances() > 1) {
      companions.add(Budgets.oneAtATime(pooler.name(), cluster.targetNamespace(), pods(pooler)));
    }
    if (metrics) {
      companions.add(
          PodMonitors.of(pooler.name(), cluster.targetNamespace(), pods(pooler), "metrics"));
    }
    return companions;
  }

  private static Map<String, String> parameters(PostgresPooler pooler) {
    var parameters = new TreeMap<String, String>();
    parameters.put("default_pool_size", Integer.toString(pooler.poolSize()));
    parameters.put("max_client_conn", Integer.toString(pooler.maxClients()));
    if (pooler.mode() == PostgresPooler.Mode.TRANSACTION) {
      // Drivers prepare statements on one connection and run them on the next: PgBouncer prepares
      // them again there.
      parameters.put("max_prepared_statements", "200");
    }
    return parameters;
  }

  private static PodTemplateSpec template(PostgresPooler pooler, ImageRef image) {
    return new PodTemplateSpecBuilder()
        .withNewSpec()
        .addNewContainer()
        .withName("pgbouncer")
        .withImage(image.text())
        .withResources(Compute.of(Quantity.millis(50), Quantity.mi(64), Quantity.mi(256)).model())
        .endContainer()
        .withTopologySpreadConstraints(Placement.spread(pods(pooler)))
        .endSpec()
        .build();
  }
}

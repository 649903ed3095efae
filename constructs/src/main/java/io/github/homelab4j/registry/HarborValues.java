package io.github.homelab4j.registry;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.kube.EnvVars;
import io.github.homelab4j.kube.Metrics;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Optional;

/** Values of Harbor's chart. */
record HarborValues(
    Expose expose,
    String externalURL,
    SecretRef existingSecretAdminPassword,
    String existingSecretAdminPasswordKey,
    SecretRef existingSecretSecretKey,
    IpFamily ipFamily,
    Strategy updateStrategy,
    Persistence persistence,
    Database database,
    Redis redis,
    Core core,
    Portal portal,
    JobService jobservice,
    Registry registry,
    Trivy trivy,
    Exporter exporter,
    Metrics metrics) {
  private static final String REGISTRY_USER = "harbor_registry_user";

  static HarborValues of(HarborProps props, Secrets secrets) {
    var own = secrets.own();
    return new HarborValues(
        expose(props),
        props.hostname().https(),
        own,
        "HARBOR_ADMIN_PASSWORD",
        own,
        // Pods have IPv4 addresses; the portal would listen on both families and fail.
        new IpFamily(Enabled.OFF),
        new Strategy("Recreate"),
        persistence(props),
        database(props, secrets),
        new Redis(
            "external",
            new ExternalRedis(props.cache().service().hostPort(), secrets.cachePassword())),
        core(props, secrets),
        new Portal(
            props.replicas(),
            budget(props),
            spread(),
            Compute.of(Quantity.millis(20), Quantity.mi(32), Quantity.mi(128))),
        // In the database, so that no volume ties the job service to one node.
        new JobService(
            props.replicas(),
            budget(props),
            spread(),
            Compute.of(Quantity.millis(50), Quantity.mi(64), Quantity.mi(512)),
            List.of("database"),
            own,
            "JOBSERVICE_SECRET"),
        new Registry(
            own,
            "REGISTRY_HTTP_SECRET",
            new Credentials(REGISTRY_USER, own),
            new Part(Compute.of(Quantity.millis(100), Quantity.mi(256), Quantity.gi(1))),
            new Part(Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(256)))),
        new Trivy(
            props.scanner(), Compute.of(Quantity.millis(200), Quantity.mi(512), Quantity.gi(2))),
        new Exporter(Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(256))),
        Metrics.when(props.metrics()));
  }

  private static Expose expose(HarborProps props) {
    var listener = props.listener();
    var parent = new Parent(listener.gateway(), listener.namespace(), listener.section());
    // TLS ends at the Gateway. Left on, core waits for a certificate that only the chart's own
    // proxy would bring.
    return new Expose("route", Enabled.OFF, new Route(List.of(parent), List.of(props.hostname())));
  }

  private static Persistence persistence(HarborProps props) {
    return new Persistence(
        new Volumes(
            new Volume(props.storage(), props.storageSize()),
            props.scanner()
                ? Optional.of(new Volume(props.storage(), props.scannerStorageSize()))
                : Optional.empty()));
  }

  private static Database database(HarborProps props, Secrets secrets) {
    var database = props.database();
    return new Database(
        "external",
        new ExternalDatabase(
            database.service().host(),
            database.service().port().toString(),
            secrets.databaseUser(),
            database.name(),
            secrets.databasePassword(),
            "require"),
        props.databaseConnections() / 2,
        props.databaseConnections());
  }

  private static Core core(HarborProps props, Secrets secrets) {
    var own = secrets.own();
    var config =
        secrets.login().map(key -> EnvVars.of("CONFIG_OVERWRITE_JSON", key)).stream().toList();
    var compute = Compute.of(Quantity.millis(100), Quantity.mi(128), Quantity.gi(1));
    return new Core(props.replicas(), budget(props), spread(), compute, own, own, own, config);
  }

  private static Budget budget(HarborProps props) {
    return new Budget(props.replicas() > 1, 1);
  }

  // The chart adds the selector.
  private static List<Spread> spread() {
    return List.of(
        new Spread(
            1, "kubernetes.io/hostname", "DoNotSchedule", "Honor", List.of("pod-template-hash")));
  }

  /** Secrets of Harbor's own namespace. */
  record Secrets(
      SecretRef own,
      SecretKeyRef databaseUser,
      SecretRef databasePassword,
      SecretKeyRef cachePassword,
      Optional<SecretKeyRef> login) {}

  record Expose(String type, Enabled tls, Route route) {}

  record Route(List<Parent> parentRefs, List<Hostname> hosts) {}

  record Parent(String name, String namespace, String sectionName) {}

  record IpFamily(Enabled ipv6) {}

  record Strategy(String type) {}

  record Persistence(Volumes persistentVolumeClaim) {}

  record Volumes(Volume registry, Optional<Volume> trivy) {}

  record Volume(StorageClassRef storageClass, Quantity size) {}

  record Database(String type, ExternalDatabase external, int maxIdleConns, int maxOpenConns) {}

  record ExternalDatabase(
      String host,
      String port,
      SecretKeyRef username,
      String coreDatabase,
      SecretRef existingSecret,
      String sslmode) {}

  record Redis(String type, ExternalRedis external) {}

  record ExternalRedis(String addr, SecretKeyRef password) {}

  record Budget(boolean enabled, int minAvailable) {}

  record Spread(
      int maxSkew,
      String topologyKey,
      String whenUnsatisfiable,
      String nodeTaintsPolicy,
      List<String> matchLabelKeys) {}

  record Core(
      int replicas,
      Budget podDisruptionBudget,
      List<Spread> topologySpreadConstraints,
      Compute resources,
      SecretRef existingSecret,
      SecretRef secretName,
      SecretRef existingXsrfSecret,
      List<EnvVar> extraEnvVars) {}

  record Portal(
      int replicas,
      Budget podDisruptionBudget,
      List<Spread> topologySpreadConstraints,
      Compute resources) {}

  record JobService(
      int replicas,
      Budget podDisruptionBudget,
      List<Spread> topologySpreadConstraints,
      Compute resources,
      List<String> jobLoggers,
      SecretRef existingSecret,
      String existingSecretKey) {}

  record Registry(
      SecretRef existingSecret,
      String existingSecretKey,
      Credentials credentials,
      Part registry,
      Part controller) {}

  record Credentials(String username, SecretRef existingSecret) {}

  record Part(Compute resources) {}

  record Trivy(boolean enabled, Compute resources) {}

  record Exporter(Compute resources) {}
}

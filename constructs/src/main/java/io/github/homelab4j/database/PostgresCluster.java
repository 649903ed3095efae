package io.github.homelab4j.database;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cnpg.Cluster;
import io.github.homelab4j.crd.cnpg.Database;
import io.github.homelab4j.kube.Budgets;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.PodMonitors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * A PostgreSQL server that several applications share: a primary with replicas that take over from
 * it, its databases and logins, PgBouncers in front of them, and an archive for recovery as of any
 * moment.
 *
 * <p>Provides {@link #database}: through its pooler where it has one, else at the primary. Needs
 * {@link CloudNativePg} and, for the archive, {@link PluginBarmanCloud}.
 */
@ComponentInfo(
    name = "postgres-cluster",
    domain = Domain.DATABASE,
    upstream = "https://cloudnative-pg.io/documentation/1.30/",
    namespace = "postgres",
    timeout = "20m")
public final class PostgresCluster extends Component {
  /** Label of Secrets that the operator reads again as soon as they change. */
  static final String RELOAD = "cnpg.io/reload";

  private static final int PORT = 5432;
  private static final String ORIGIN = "origin";

  private final PostgresClusterProps props;

  /** Stores its settings. */
  public PostgresCluster(Construct scope, String id, PostgresClusterProps props) {
    super(scope, id, props);
    this.props = props;
  }

  /**
   * A database with the login that owns it.
   *
   * @throws InvalidPropsException when the server has none of this name
   */
  public DatabaseRef database(String name) {
    var database =
        props.databases().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    var service =
        database.pooler().map(pooler -> PostgresPoolers.service(this, pooler)).orElse(primary());
    return new DatabaseRef(service, name, database.credentials());
  }

  /** The primary, which reads and writes. */
  public ServiceRef primary() {
    return ServiceRef.providedBy(
        this,
        id() + "-rw",
        PORT,
        Map.of("cnpg.io/cluster", id(), "cnpg.io/instanceRole", "primary"));
  }

  /** The replicas, which only read. */
  public ServiceRef replicas() {
    return ServiceRef.providedBy(
        this,
        id() + "-ro",
        PORT,
        Map.of("cnpg.io/cluster", id(), "cnpg.io/instanceRole", "replica"));
  }

  @Override
  public List<ChartFact> facts() {
    return PostgresFacts.of(this, props);
  }

  @Override
  public List<String> notes() {
    var notes = new ArrayList<String>();
    notes.add(
        "The store's item of each database holds the properties username, which is the database's"
            + " name, and password.");
    if (props.archive().isEmpty()) {
      notes.add("Nothing is archived: a lost volume is a lost database.");
    } else {
      var backup =
          "A backup on demand: kubectl cnpg backup -n %s %s --method=plugin --plugin-name=%s.";
      notes.add(backup.formatted(targetNamespace(), id(), PluginBarmanCloud.NAME));
      notes.add(
          "Recovery starts a new server: delete the old one (Flux never does), set recovery and a"
              + " new serverName, and synthesize.");
    }
    return notes;
  }

  @Override
  protected void define(Resources out) {
    checkExports();
    out.add(new Cluster(Meta.of(id(), targetNamespace()), spec()));
    for (var database : props.databases()) {
      var extensions = database.extensions().stream().map(Database.Extension::new).toList();
      // The data stay when the resource goes.
      var spec =
          new Database.Spec(
              new Database.ClusterName(id()),
              database.name(),
              database.name(),
              extensions,
              "retain");
      out.add(new Database(Meta.of(id() + "-" + database.name(), targetNamespace()), spec));
      database.pooler().ifPresent(pooler -> pooler(pooler, out));
    }
    for (var archive : props.archive().stream().toList()) {
      var login = secret(PostgresArchives.login(this, archive));
      out.addAll(PostgresArchives.objects(this, archive, login));
    }
    if (props.metrics()) {
      out.add(
          PodMonitors.of(
              id(),
              targetNamespace(),
              Map.of("cnpg.io/cluster", id(), "cnpg.io/podRole", "instance"),
              "metrics"));
    }
  }

  // The operator writes the Services of instances itself and takes no annotations for a single one.
  private void checkExports() {
    for (var service : List.of(primary(), replicas())) {
      if (!meshAnnotations(service).isEmpty()) {
        throw new InvalidPropsException(
            "%s is exported, but only poolers can be global services: give its database a pooler with behind(PostgresPooler.session(…))"
                .formatted(service.describe()));
      }
    }
  }

  private Cluster.Spec spec() {
    var volume = props.storage();
    var origin =
        props
            .recovery()
            .map(
                from ->
                    new Cluster.ExternalCluster(
                        ORIGIN, plugin(from.serverName(), Optional.empty())));
    var archiver =
        props
            .archive()
            .map(archive -> plugin(archive.serverName().orElse(id()), Optional.of(true)));
    var roles = props.databases().stream().map(this::role).toList();
    return Cluster.Spec.builder()
        .imageName(versions().image("postgresql"))
        .instances(props.instances())
        // A replica takes over before the primary restarts: shorter than a restart in place.
        .primaryUpdateMethod(props.instances() > 1 ? "switchover" : "restart")
        .postgresql(postgresql())
        .bootstrap(bootstrap())
        .addAllExternalClusters(origin.stream().toList())
        .addAllPlugins(archiver.stream().toList())
        .storage(new Cluster.Storage(props.size(), volume))
        .walStorage(new Cluster.Storage(props.walSize(), volume))
        .resources(Compute.of(props.cpu(), props.memory()))
        .affinity(new Cluster.Affinity(true, "required", "kubernetes.io/hostname"))
        .managed(roles.isEmpty() ? Optional.empty() : Optional.of(new Cluster.Managed(roles)))
        .enableSuperuserAccess(false)
        .enablePDB(true)
        .build();
  }

  private Cluster.Postgresql postgresql() {
    var megabytes =
        props.memory().amount().divideToIntegralValue(BigDecimal.valueOf(4L << 20)).intValue();
    var parameters = new TreeMap<String, String>();
    parameters.put("max_connections", Integer.toString(props.maxConnections()));
    parameters.put("shared_buffers", megabytes + "MB");
    var synchronous = props.synchronousReplication() && props.instances() > 1;
    return new Cluster.Postgresql(
        parameters,
        synchronous
            ? Optional.of(new Cluster.Synchronous("any", 1, "preferred"))
            : Optional.empty());
  }

  private Cluster.Bootstrap bootstrap() {
    return props
        .recovery()
        .map(
            from ->
                new Cluster.Recovery(
                    ORIGIN,
                    from.until().map(until -> new Cluster.RecoveryTarget(until.toString()))))
        .map(recovery -> new Cluster.Bootstrap(Optional.empty(), Optional.of(recovery)))
        .orElse(
            new Cluster.Bootstrap(
                Optional.of(new Cluster.Initdb("app", "app", true)), Optional.empty()));
  }

  private Cluster.Plugin plugin(String serverName, Optional<Boolean> archives) {
    return new Cluster.Plugin(
        PluginBarmanCloud.NAME,
        archives,
        Map.of("barmanObjectName", id(), "serverName", serverName));
  }

  // The login's name is written here, not taken from the item: the operator refuses a Secret whose
  // username is another one.
  private Cluster.Role role(PostgresDatabase database) {
    var secret =
        secret(
            SecretTemplate.named(id() + "-login-" + database.name())
                .type("kubernetes.io/basic-auth")
                .label(RELOAD, "true")
                .entry("username", database.name())
                .key("password", database.credentials().key("password")));
    return new Cluster.Role(database.name(), "present", true, new Cluster.SecretName(secret));
  }

  private void pooler(PostgresPooler pooler, Resources out) {
    var annotations = meshAnnotations(PostgresPoolers.service(this, pooler));
    out.add(PostgresPoolers.pooler(this, pooler, versions().image("pgbouncer"), annotations));
    // The operator makes budgets for servers only.
    if (pooler.instances() > 1) {
      out.add(Budgets.oneAtATime(pooler.name(), targetNamespace(), PostgresPoolers.pods(pooler)));
    }
    if (props.metrics()) {
      out.add(
          PodMonitors.of(
              pooler.name(), targetNamespace(), PostgresPoolers.pods(pooler), "metrics"));
    }
  }

  private InvalidPropsException unknown(String name) {
    var known =
        props.databases().stream().map(PostgresDatabase::name).collect(Collectors.joining(", "));
    return new InvalidPropsException(
        "server %s has no database %s (it has %s): add it to databases"
            .formatted(id(), name, known));
  }
}

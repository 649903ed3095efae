package io.github.homelab4j.database;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.Domain;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.core.Resources;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.crd.cnpg.Cluster;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.kube.PodMonitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  static final int PORT = 5432;
  static final String CLUSTER = "cnpg.io/cluster";

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
    return service("-rw", "primary");
  }

  /** The replicas, which only read. */
  public ServiceRef replicas() {
    return service("-ro", "replica");
  }

  @Override
  public List<ChartFact> facts() {
    return PostgresFacts.of(this, props);
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(PostgresArchives.recovery(this, props));
  }

  @Override
  public List<String> notes() {
    var item =
        "The store's item of each database holds the properties username, which is the database's name, and password.";
    if (props.archive().isEmpty()) {
      return List.of(item, "Nothing is archived: a lost volume is a lost database.");
    }
    var notes = new ArrayList<String>();
    notes.add(item);
    notes.add(
        "A backup on demand: kubectl cnpg backup -n %s %s --method=plugin --plugin-name=%s."
            .formatted(targetNamespace(), id(), PluginBarmanCloud.NAME));
    notes.add(
        "Recovery starts a new server: delete the old one (Flux never does), set recovery and a new serverName, and synthesize.");
    if (props.snapshots().isPresent()) {
      var days = props.archive().map(PostgresArchive::retentionDays).orElseThrow();
      notes.add(
          "A snapshot of data and write-ahead log together, only on demand: `kubectl cnpg backup -n %s %s --method=volumeSnapshot`; it stays in the storage that it is of and is lost with it."
              .formatted(targetNamespace(), id()));
      notes.add(
          "Nothing deletes snapshots: list their Backups (of method volumeSnapshot) with `kubectl get -n %1$s backups.postgresql.cnpg.io`, and delete each, and so its snapshots, within %2$s days with `kubectl delete -n %1$s backups.postgresql.cnpg.io <name>`. New replicas start from the latest, and the archive reaches back no further."
              .formatted(targetNamespace(), days));
    }
    return notes;
  }

  @Override
  protected void define(Resources out) {
    checkExports();
    var spec = PostgresServer.of(id(), props, versions().image("postgresql"), roles());
    out.add(new Cluster(Meta.of(id(), targetNamespace()), spec));
    for (var database : props.databases()) {
      out.add(PostgresDatabases.database(this, database));
      for (var pooler : database.pooler().stream().toList()) {
        var annotations = meshAnnotations(PostgresPoolers.service(this, pooler));
        out.add(PostgresPoolers.pooler(this, pooler, versions().image("pgbouncer"), annotations));
        out.addAll(PostgresPoolers.companions(this, pooler, props.metrics()));
      }
    }
    for (var archive : props.archive().stream().toList()) {
      var login = secret(PostgresArchives.login(this, archive));
      out.addAll(PostgresArchives.objects(this, archive, login));
    }
    if (props.metrics()) {
      var pods = Map.of(CLUSTER, id(), "cnpg.io/podRole", "instance");
      out.add(PodMonitors.of(id(), targetNamespace(), pods, "metrics"));
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

  private List<Cluster.Role> roles() {
    return props.databases().stream()
        .map(
            database ->
                PostgresDatabases.role(database, secret(PostgresDatabases.login(this, database))))
        .toList();
  }

  private ServiceRef service(String suffix, String role) {
    var pods = Map.of(CLUSTER, id(), "cnpg.io/instanceRole", role);
    return ServiceRef.providedBy(this, id() + suffix, PORT, pods);
  }

  private InvalidPropsException unknown(String name) {
    var known =
        props.databases().stream().map(PostgresDatabase::name).collect(Collectors.joining(", "));
    return new InvalidPropsException(
        "server %s has no database %s (it has %s): add it to databases"
            .formatted(id(), name, known));
  }
}

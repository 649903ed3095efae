package io.github.homelab4j.database;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.Recovery;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.crd.barman.ObjectStore;
import io.github.homelab4j.crd.cnpg.Database;
import io.github.homelab4j.crd.cnpg.ScheduledBackup;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.EnvVars;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.unit.Quantity;
import java.util.List;

/** The archive of a {@link PostgresCluster}. */
final class PostgresArchives {
  private static final String ACCESS_KEY_ID = "access-key-id";
  private static final String SECRET_ACCESS_KEY = "secret-access-key";
  private static final String REGION = "region";

  private PostgresArchives() {}

  static SecretTemplate login(PostgresCluster cluster, PostgresArchive archive) {
    return SecretTemplate.named(cluster.id() + "-archive")
        .label(PostgresCluster.RELOAD, "true")
        .key(ACCESS_KEY_ID, archive.bucket().store().accessKeyId())
        .key(SECRET_ACCESS_KEY, archive.bucket().store().secretAccessKey())
        .entry(REGION, archive.bucket().store().region());
  }

  static List<HasMetadata> objects(
      PostgresCluster cluster, PostgresArchive archive, SecretRef login) {
    var meta = Meta.of(cluster.id(), cluster.targetNamespace());
    var store =
        new ObjectStore.Spec(
            configuration(archive, login), archive.retentionDays() + "d", sidecar());
    var plugin = new ScheduledBackup.PluginConfiguration(PluginBarmanCloud.NAME);
    var schedule = archive.schedule().withSeconds();
    var backup =
        new ScheduledBackup.Spec(
            new Database.ClusterName(cluster.id()), schedule, true, "self", "plugin", plugin);
    return List.of(new ObjectStore(meta, store), new ScheduledBackup(meta, backup));
  }

  static Recovery recovery(PostgresCluster cluster, PostgresClusterProps props) {
    var names = props.databases().stream().map(PostgresDatabase::name).sorted().toList();
    var holds = "the databases " + String.join(", ", names);
    if (props.archive().isEmpty()) {
      return Recovery.none(holds);
    }
    var archive = props.archive().get();
    var server = archive.serverName().orElse(cluster.id());
    return Recovery.beforeFlux(
        holds,
        "base backups (%s, UTC) and the write-ahead log of the last %s days, in folder %s of bucket %s at %s"
            .formatted(
                archive.schedule(),
                archive.retentionDays(),
                archive.folder(),
                archive.bucket().name(),
                archive.bucket().store().endpoint()),
        "In the stack, set `recovery(PostgresRecovery.latest(\"%s\"))`, or `asOf` with a moment, and give the archive a new `serverName`: it never writes over an old one."
            .formatted(server),
        "Synthesize, commit and push: the server starts from the archive.",
        "Look: `kubectl cnpg status -n %s %s`.".formatted(cluster.targetNamespace(), cluster.id()));
  }

  private static ObjectStore.Configuration configuration(PostgresArchive archive, SecretRef login) {
    var credentials =
        new ObjectStore.S3Credentials(
            new ObjectStore.Key(login, ACCESS_KEY_ID),
            new ObjectStore.Key(login, SECRET_ACCESS_KEY),
            new ObjectStore.Key(login, REGION));
    return new ObjectStore.Configuration(
        "s3://%s/%s".formatted(archive.bucket().name(), archive.folder()),
        archive.bucket().store().endpoint(),
        credentials,
        new ObjectStore.Wal("gzip", 4),
        new ObjectStore.Data("gzip", 2));
  }

  // Stores other than Amazon's refuse the checksums that its client adds by default.
  private static ObjectStore.Sidecar sidecar() {
    var environment =
        List.of(
            EnvVars.of("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required"),
            EnvVars.of("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required"));
    return new ObjectStore.Sidecar(
        environment, Compute.of(Quantity.millis(50), Quantity.mi(128), Quantity.mi(512)));
  }
}

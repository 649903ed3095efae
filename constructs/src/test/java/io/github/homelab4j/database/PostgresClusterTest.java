package io.github.homelab4j.database;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.unit.Quantity;
import java.time.Instant;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class PostgresClusterTest {
  private final OperatorRef operator = new OperatorRef("cloudnative-pg", Provider.external("test"));
  private final SecretStoreRef store = new SecretStoreRef("onepassword", Provider.external("test"));
  private final PostgresDatabase harbor =
      PostgresDatabase.named("harbor", store.item("harbor-db"))
          .behind(PostgresPooler.transaction("harbor-pooler"));
  private final PostgresDatabase gitlab =
      PostgresDatabase.named("gitlab", store.item("gitlab-db"))
          .withExtensions("pg_trgm", "btree_gist", "amcheck")
          .behind(PostgresPooler.session("gitlab-pooler"));
  private final PostgresDatabase grafana =
      PostgresDatabase.named("grafana", store.item("grafana-db"));
  private final PostgresArchive.Builder bucket =
      PostgresArchive.builder()
          .plugin(operator)
          .bucket(
              new ObjectStoreRef("https://s3.example.org", "us-east-1", store.item("s3"))
                  .bucket("infra"));

  private final VolumeSnapshotClassRef snapshots =
      new VolumeSnapshotClassRef("rook-ceph-block", "rbd", Provider.external("the cluster"));

  private PostgresClusterProps.Builder props() {
    return PostgresClusterProps.builder()
        .operator(operator)
        .storage(StorageClassRef.external("rook-ceph-block"));
  }

  private PostgresCluster cluster(PostgresClusterProps.Builder props) {
    return new PostgresCluster(new App(), "postgres", props.build());
  }

  @Test
  void keeps_two_instances_apart_and_each_commit_on_both() {
    assertThat(cluster(props()))
        .resource("Cluster", "postgres")
        .has("/spec/instances", 2)
        .has("/spec/affinity/podAntiAffinityType", "required")
        .has("/spec/postgresql/synchronous/dataDurability", "preferred")
        .has("/spec/storage/storageClass", "rook-ceph-block")
        .has("/spec/walStorage/size", "10Gi")
        .has("/spec/resources/limits/memory", "2Gi")
        .has("/spec/postgresql/parameters/shared_buffers", "512MB")
        .has("/spec/enableSuperuserAccess", false);
  }

  @Test
  void waits_for_no_replica_where_there_is_none() {
    assertThat(cluster(props().instances(1)))
        .resource("Cluster", "postgres")
        .hasNo("/spec/postgresql/synchronous")
        .has("/spec/primaryUpdateMethod", "restart");
  }

  @Test
  void makes_each_database_with_its_own_login() {
    var cluster = cluster(props().addDatabases(gitlab));
    assertThat(cluster)
        .resource("Database", "postgres-gitlab")
        .has("/spec/owner", "gitlab")
        .has("/spec/extensions/2/name", "amcheck")
        .has("/spec/databaseReclaimPolicy", "retain");
    assertThat(cluster)
        .resource("Cluster", "postgres")
        .has("/spec/managed/roles/0/name", "gitlab")
        .has("/spec/managed/roles/0/passwordSecret/name", "postgres-login-gitlab");
    assertThat(cluster)
        .resource("ExternalSecret", "postgres-login-gitlab")
        .has("/spec/target/template/type", "kubernetes.io/basic-auth")
        .has("/spec/target/template/data/username", "gitlab")
        .has("/spec/data/0/remoteRef/key", "gitlab-db");
  }

  @Test
  void puts_poolers_in_front_in_the_mode_that_the_client_needs() {
    var cluster = cluster(props().addDatabases(harbor, gitlab));
    assertThat(cluster)
        .resource("Pooler", "harbor-pooler")
        .has("/spec/instances", 2)
        .has("/spec/pgbouncer/poolMode", "transaction")
        .has("/spec/pgbouncer/parameters/max_prepared_statements", "200")
        .has("/spec/template/spec/containers/0/name", "pgbouncer")
        .has("/spec/template/spec/containers/0/image", "ghcr.io/cloudnative-pg/pgbouncer:1.25.1")
        .has(
            "/spec/template/spec/topologySpreadConstraints/0/topologyKey",
            "kubernetes.io/hostname");
    assertThat(cluster)
        .resource("Pooler", "gitlab-pooler")
        .has("/spec/pgbouncer/poolMode", "session");
    assertThat(cluster)
        .resource("PodDisruptionBudget", "gitlab-pooler")
        .has("/spec/selector/matchLabels/cnpg.io~1poolerName", "gitlab-pooler")
        .has("/spec/maxUnavailable", 1);
  }

  @Test
  void provides_databases_through_their_pooler_or_else_at_the_primary() {
    var cluster = cluster(props().addDatabases(harbor, grafana));
    assertThat(cluster.database("harbor").service().host())
        .isEqualTo("harbor-pooler.postgres.svc.cluster.local");
    assertThat(cluster.database("harbor").service().selector())
        .containsEntry("cnpg.io/poolerName", "harbor-pooler");
    assertThat(cluster.database("grafana").service().host())
        .isEqualTo("postgres-rw.postgres.svc.cluster.local");
    assertThat(cluster.database("grafana").password().item().item()).isEqualTo("grafana-db");
  }

  @Test
  void makes_poolers_of_exported_databases_global_services() {
    var infra = new Infra();
    var cluster =
        new PostgresCluster(infra, "postgres", props().addDatabases(harbor, gitlab).build());
    infra.exports(cluster.database("harbor"));
    assertThat(cluster)
        .resource("Pooler", "harbor-pooler")
        .has("/spec/serviceTemplate/metadata/annotations/service.cilium.io~1global", "true");
    assertThat(cluster).resource("Pooler", "gitlab-pooler").hasNo("/spec/serviceTemplate");
  }

  @Test
  void rejects_the_export_of_a_database_without_a_pooler() {
    var infra = new Infra();
    var cluster = new PostgresCluster(infra, "postgres", props().addDatabases(grafana).build());
    infra.exports(cluster.database("grafana"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(cluster::objects)
        .withMessage(
            "service postgres/postgres-rw:5432 is exported, but only poolers can be global services: "
                + "give its database a pooler with behind(PostgresPooler.session(…))");
  }

  @Test
  void names_the_databases_that_there_are_when_asked_for_another() {
    var cluster = cluster(props().addDatabases(harbor, grafana));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> cluster.database("habor"))
        .withMessage(
            "server postgres has no database habor (it has harbor, grafana): add it to databases");
  }

  @Test
  void archives_all_the_time_and_backs_up_daily() {
    var cluster = cluster(props().archive(bucket.build()));
    assertThat(cluster)
        .resource("Cluster", "postgres")
        .has("/spec/plugins/0/name", "barman-cloud.cloudnative-pg.io")
        .has("/spec/plugins/0/isWALArchiver", true)
        .has("/spec/plugins/0/parameters/serverName", "postgres");
    assertThat(cluster)
        .resource("ObjectStore", "postgres")
        .has("/spec/configuration/destinationPath", "s3://infra/postgres")
        .has("/spec/configuration/endpointURL", "https://s3.example.org")
        .has("/spec/configuration/s3Credentials/secretAccessKey/name", "postgres-archive")
        .has("/spec/retentionPolicy", "30d");
    assertThat(cluster)
        .resource("ScheduledBackup", "postgres")
        .has("/spec/schedule", "0 30 2 * * *")
        .has("/spec/method", "plugin")
        .has("/spec/immediate", true);
    assertThat(cluster)
        .resource("ExternalSecret", "postgres-archive")
        .has("/spec/data/0/remoteRef/property", "access-key-id");
  }

  @Test
  void takes_snapshots_of_data_and_log_together() {
    assertThat(cluster(props().archive(bucket.build()).snapshots(snapshots)))
        .resource("Cluster", "postgres")
        .has("/spec/backup/volumeSnapshot/className", "rook-ceph-block")
        .has("/spec/backup/volumeSnapshot/walClassName", "rook-ceph-block")
        .has("/spec/backup/volumeSnapshot/snapshotOwnerReference", "backup")
        .has("/spec/backup/volumeSnapshot/online", true);
    assertThat(cluster(props())).resource("Cluster", "postgres").hasNo("/spec/backup");
  }

  @Test
  void takes_snapshots_on_demand_only_and_says_who_deletes_them() {
    var cluster = cluster(props().archive(bucket.retentionDays(14).build()).snapshots(snapshots));
    assertThat(cluster.objects())
        .filteredOn(object -> object.getKind().equals("ScheduledBackup"))
        .hasSize(1);
    assertThat(cluster.notes())
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains("kubectl cnpg backup -n postgres postgres --method=volumeSnapshot"))
        .anySatisfy(
            note ->
                assertThat(note)
                    .contains(
                        "within 14 days with `kubectl delete -n postgres backups.postgresql.cnpg.io <name>`"));
    assertThat(cluster(props().archive(bucket.build())).notes())
        .noneMatch(note -> note.contains("volumeSnapshot"));
  }

  @Test
  void leaves_half_of_the_log_to_replicas_that_are_away() {
    assertThat(cluster(props()))
        .resource("Cluster", "postgres")
        .has("/spec/postgresql/parameters/max_slot_wal_keep_size", "5120MB");
    assertThat(cluster(props().walSize(Quantity.gi(3))))
        .resource("Cluster", "postgres")
        .has("/spec/postgresql/parameters/max_slot_wal_keep_size", "1536MB");
    assertThat(cluster(props().slotWalSize(Quantity.gi(8))))
        .resource("Cluster", "postgres")
        .has("/spec/postgresql/parameters/max_slot_wal_keep_size", "8192MB");
  }

  @Test
  void recovers_an_earlier_server_as_of_a_moment() {
    var archive = bucket.serverName("postgres-2").build();
    var recovery = PostgresRecovery.asOf("postgres", Instant.parse("2026-11-01T10:00:00Z"));
    assertThat(cluster(props().archive(archive).recovery(recovery)))
        .resource("Cluster", "postgres")
        .hasNo("/spec/bootstrap/initdb")
        .has("/spec/bootstrap/recovery/source", "origin")
        .has("/spec/bootstrap/recovery/recoveryTarget/targetTime", "2026-11-01T10:00:00Z")
        .has("/spec/externalClusters/0/plugin/parameters/serverName", "postgres")
        .has("/spec/externalClusters/0/plugin/parameters/barmanObjectName", "postgres")
        .has("/spec/plugins/0/parameters/serverName", "postgres-2");
  }

  @Test
  void monitors_instances_and_poolers_unless_told_otherwise() {
    var cluster = cluster(props().addDatabases(harbor));
    assertThat(cluster)
        .resource("PodMonitor", "postgres")
        .has("/spec/selector/matchLabels/cnpg.io~1podRole", "instance");
    assertThat(cluster)
        .resource("PodMonitor", "harbor-pooler")
        .has("/spec/podMetricsEndpoints/0/port", "metrics");
    assertThat(cluster(props().addDatabases(harbor).metrics(false))).emitsNo("PodMonitor");
  }

  @Test
  void says_which_secrets_the_operator_makes() {
    assertThat(cluster(props()).facts())
        .filteredOn(fact -> fact.kind().equals("Secret"))
        .extracting("name")
        .containsExactly("postgres-ca", "postgres-server", "postgres-replication", "postgres-app");
  }

  @Test
  void rejects_no_instances() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().instances(0).build())
        .withMessage("instances is 0: run at least 1, or leave the component out");
  }

  @Test
  void rejects_a_database_given_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addDatabases(grafana, grafana).build())
        .withMessage("database grafana is given twice: keep one");
  }

  @Test
  void rejects_a_pooler_in_front_of_two_databases() {
    var other =
        PostgresDatabase.named("other", store.item("other"))
            .behind(PostgresPooler.session("harbor-pooler"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addDatabases(harbor, other).build())
        .withMessage("pooler harbor-pooler is in front of two databases: give each its own");
  }

  @Test
  void rejects_poolers_that_open_more_connections_than_the_server_takes() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().maxConnections(100).addDatabases(gitlab).build())
        .withMessage(
            "poolers open 100 connections and 50 are kept for replicas, metrics and direct clients, but maxConnections is 100: "
                + "raise it or lower poolSize");
  }

  @Test
  void rejects_a_recovery_that_would_write_over_its_own_archive() {
    var archive = bucket.serverName("postgres").build();
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> props().archive(archive).recovery(PostgresRecovery.latest("postgres")).build())
        .withMessage(
            "the server is recovered from postgres and would archive as postgres: "
                + "set archive's serverName to a new name, such as postgres-2");
  }

  @Test
  void rejects_a_recovery_without_an_archive() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().recovery(PostgresRecovery.latest("postgres")).build())
        .withMessage("recovery from postgres needs the archive that holds it: set archive");
  }

  @Test
  void rejects_slots_that_fill_the_log() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().slotWalSize(Quantity.gi(10)).build())
        .withMessage(
            "slotWalSize is 10Gi, but walSize is 10Gi, which a replica that is away would fill: "
                + "lower slotWalSize or raise walSize");
  }

  @Test
  void rejects_a_snapshot_class_of_another_driver() {
    var other = new VolumeSnapshotClassRef("other", "lvm", Provider.external("OpenEBS"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().archive(bucket.build()).snapshots(other).build())
        .withMessage(
            "storage class rook-ceph-block is of the cluster, but volume snapshot class other of OpenEBS: take both from one");
  }

  @Test
  void rejects_snapshots_without_an_archive() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().snapshots(snapshots).build())
        .withMessage(
            "volume snapshot class rook-ceph-block takes a running server, whose snapshots need the write-ahead log of the archive: "
                + "set archive or leave snapshots out");
  }

  @Test
  void rejects_an_archive_that_keeps_nothing() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> bucket.retentionDays(0).build())
        .withMessage("retentionDays is 0: keep at least 1 day, or leave the archive out");
  }

  @Test
  void rejects_names_that_are_taken_or_malformed() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> PostgresDatabase.named("app", store.item("app")))
        .withMessage(
            "database app is there on every server (postgres, template0, template1, app): take another name");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> PostgresDatabase.named("My_DB", store.item("app")))
        .withMessageStartingWith("'My_DB' is not a database name here");
  }

  @Test
  void rejects_poolers_without_connections_or_with_more_than_clients() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> PostgresPooler.session("p").withInstances(0))
        .withMessage(
            "pooler p has 0 instances with 50 connections each: give it at least 1 of both");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> new PostgresPooler("p", PostgresPooler.Mode.SESSION, 1, 20, 10))
        .withMessageStartingWith("pooler p takes 10 clients but opens 20 connections");
  }
}

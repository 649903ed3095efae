package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.HealthCheck;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.unit.CronSchedule;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class LonghornTest {
  private static final BucketRef BUCKET =
      new ObjectStoreRef("http://192.0.2.9:9091", "us-east-1", StorageFixtures.STORE.item("s3"))
          .bucket("longhorn-backups");
  private static final LonghornJob BACKUPS =
      LonghornJob.backups("nightly", CronSchedule.daily(3, 0), 14);

  private final LonghornProps.Builder twoNodes =
      LonghornProps.builder().addAllNodes(StorageFixtures.nodes(2)).replicas(2);

  private Longhorn longhorn() {
    return new Longhorn(new App(), "longhorn", twoNodes.build());
  }

  @Test
  void keeps_each_volume_on_as_many_nodes_as_it_is_told() {
    assertThat(longhorn())
        .values()
        .has("/persistence/defaultClassReplicaCount", 2)
        .has("/persistence/defaultClass", true)
        .has("/persistence/reclaimPolicy", "Delete")
        .has("/defaultSettings/defaultReplicaCount", 2)
        .has("/defaultSettings/defaultDataPath", "/var/lib/longhorn/")
        .has("/defaultSettings/createDefaultDiskLabeledNodes", false);
  }

  @Test
  void takes_the_directory_and_the_nodes_that_it_is_told() {
    twoNodes.dataPath("/storage/longhorn/").labelledNodesOnly(true).defaultClass(false);
    assertThat(longhorn())
        .values()
        .has("/defaultSettings/defaultDataPath", "/storage/longhorn/")
        .has("/defaultSettings/createDefaultDiskLabeledNodes", true)
        .has("/persistence/defaultClass", false);
    assertThat(longhorn().notes())
        .anyMatch(note -> note.startsWith("Label infra-1, infra-2 with "))
        .noneMatch(note -> note.contains("default one"));
  }

  @Test
  void tells_nobody_elsewhere_of_itself() {
    assertThat(longhorn())
        .values()
        .has("/defaultSettings/upgradeChecker", false)
        .has("/defaultSettings/allowCollectingLonghornUsageMetrics", false);
  }

  @Test
  void survives_a_drain_with_two_copies_of_its_driver() {
    assertThat(longhorn())
        .values()
        .has("/csi/attacherReplicaCount", 2)
        .has("/csi/provisionerReplicaCount", 2);
  }

  @Test
  void is_ready_when_volumes_can_be_made_and_mounted() {
    assertThat(longhorn().healthChecks())
        .extracting(HealthCheck::kind, HealthCheck::name)
        .contains(tuple("HelmRelease", "longhorn"), tuple("DaemonSet", "longhorn-csi-plugin"));
  }

  @Test
  void stays_with_all_volumes_when_it_leaves_the_stack() {
    assertThat(longhorn())
        .resource("HelmRelease", "longhorn")
        .has("/metadata/annotations/kustomize.toolkit.fluxcd.io~1prune", "disabled");
  }

  @Test
  void provides_a_class_whose_volumes_several_nodes_can_mount() {
    var longhorn = longhorn();
    assertThat(longhorn.storageClass().name()).isEqualTo("longhorn");
    assertThat(longhorn.storageClass().shared()).isTrue();
    assertThat(longhorn.storageClass().provider().component()).contains(longhorn);
  }

  @Test
  void makes_snapshots_that_stay_with_their_volume() {
    assertThat(longhorn())
        .resource("VolumeSnapshotClass", longhorn().snapshotClass().name())
        .has("/driver", "driver.longhorn.io")
        .has("/parameters/type", "snap")
        .has("/metadata/annotations/snapshot.storage.kubernetes.io~1is-default-class", "true");
    assertThat(longhorn().uses()).contains("snapshot.storage.k8s.io");
  }

  @Test
  void copies_to_the_bucket_with_the_names_that_its_client_reads() {
    twoNodes.backups(BUCKET);
    assertThat(longhorn())
        .values()
        .has("/defaultBackupStore/backupTarget", "s3://longhorn-backups@us-east-1/")
        .has("/defaultBackupStore/backupTargetCredentialSecret", "longhorn-backups");
    assertThat(longhorn())
        .resource("ExternalSecret", "longhorn-backups")
        .has("/spec/target/template/data/AWS_ACCESS_KEY_ID", "{{ .AWS_ACCESS_KEY_ID }}")
        .has("/spec/target/template/data/AWS_SECRET_ACCESS_KEY", "{{ .AWS_SECRET_ACCESS_KEY }}")
        .has("/spec/target/template/data/AWS_ENDPOINTS", "http://192.0.2.9:9091")
        .has("/spec/target/template/data/VIRTUAL_HOSTED_STYLE", "false");
    assertThat(longhorn())
        .resource("VolumeSnapshotClass", longhorn().backupClass().name())
        .has("/parameters/type", "bak")
        .hasNo("/metadata/annotations");
  }

  @Test
  void has_no_bucket_unless_it_is_given_one() {
    assertThat(longhorn()).emitsNo("ExternalSecret").values().hasNo("/defaultBackupStore");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(longhorn()::backupClass)
        .withMessage("longhorn has no bucket for backups: set backups");
  }

  @Test
  void does_its_jobs_to_all_volumes_that_have_none_of_their_own() {
    twoNodes
        .backups(BUCKET)
        .addJobs(BACKUPS, LonghornJob.snapshots("hourly", CronSchedule.of("0 * * * *"), 24));
    assertThat(longhorn())
        .resource("RecurringJob", "nightly")
        .has("/spec/name", "nightly")
        .has("/spec/task", "backup")
        .has("/spec/cron", "0 3 * * *")
        .has("/spec/retain", 14)
        .has("/spec/groups/0", "default");
    assertThat(longhorn())
        .resource("RecurringJob", "hourly")
        .has("/spec/task", "snapshot")
        .has("/spec/retain", 24);
  }

  @Test
  void may_lose_one_of_several_interfaces_to_a_drain() {
    assertThat(longhorn()).emitsNo("PodDisruptionBudget");
    twoNodes.uiReplicas(2);
    assertThat(longhorn())
        .resource("PodDisruptionBudget", "longhorn-ui")
        .has("/spec/selector/matchLabels/app", "longhorn-ui");
    assertThat(longhorn().ui().host())
        .isEqualTo("longhorn-frontend.longhorn-system.svc.cluster.local");
  }

  @Test
  void is_scraped_only_where_metrics_are_on() {
    assertThat(longhorn()).values().has("/metrics/serviceMonitor/enabled", true);
    twoNodes.metrics(false);
    assertThat(longhorn()).values().has("/metrics/serviceMonitor/enabled", false);
  }

  @Test
  void rejects_more_copies_than_nodes() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(LonghornProps.builder().addAllNodes(StorageFixtures.nodes(2))::build)
        .withMessage(
            "replicas is 3, and 2 nodes hold volumes (infra-1, infra-2): keep 1 to 2 copies, or add nodes");
  }

  @Test
  void rejects_a_directory_that_is_none() {
    twoNodes.dataPath("storage/longhorn");
    rejects("dataPath is 'storage/longhorn': give an absolute path of letters, digits and ._-");
  }

  @Test
  void rejects_fewer_than_no_interfaces() {
    twoNodes.uiReplicas(-1);
    rejects("uiReplicas is -1: take 0 for none");
  }

  @Test
  void rejects_backups_without_a_bucket() {
    twoNodes.addJobs(BACKUPS);
    rejects("job nightly makes backups, and there is no bucket for them: set backups");
  }

  @Test
  void rejects_two_jobs_of_one_name() {
    twoNodes.backups(BUCKET).addJobs(BACKUPS, BACKUPS);
    rejects("there are two jobs nightly: name one differently");
  }

  @Test
  void rejects_jobs_that_longhorn_would_refuse() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> LonghornJob.snapshots("Nightly", CronSchedule.daily(3, 0), 7))
        .withMessage(
            "job 'Nightly' cannot be called so: use 2 to 40 lower-case letters, digits and hyphens");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> LonghornJob.snapshots("nightly", CronSchedule.daily(3, 0), 101))
        .withMessage("job nightly keeps 101 of each volume: keep 1 to 100");
  }

  private void rejects(String message) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(twoNodes::build)
        .withMessage(message);
  }
}

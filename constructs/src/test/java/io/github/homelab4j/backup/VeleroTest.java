package io.github.homelab4j.backup;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ObjectStoreRef;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.Versions;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.unit.CronSchedule;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class VeleroTest {
  private static final Provider TEST = Provider.external("the test");
  private static final VolumeSnapshotClassRef SNAPSHOTS =
      new VolumeSnapshotClassRef("longhorn-backup", "driver.longhorn.io", TEST);
  private static final VeleroSchedule FULL =
      VeleroSchedule.ofEverything("full", CronSchedule.daily(4, 0), Duration.ofDays(30));

  private final VeleroProps.Builder props =
      VeleroProps.builder()
          .bucket(
              new ObjectStoreRef(
                      "http://192.0.2.9:9091",
                      "us-east-1",
                      new SecretStoreRef("vault", TEST).item("s3-velero"))
                  .bucket("k3s-velero"));

  private Velero velero() {
    return new Velero(new App(), "velero", props.build());
  }

  @Test
  void keeps_backups_in_its_bucket() {
    assertThat(velero())
        .values()
        .at("/configuration/backupStorageLocation/0")
        .has("/provider", "aws")
        .has("/bucket", "k3s-velero")
        .has("/default", true)
        .has("/config/region", "us-east-1")
        .has("/config/s3Url", "http://192.0.2.9:9091")
        .has("/config/s3ForcePathStyle", "true")
        .has("/config/checksumAlgorithm", "");
    assertThat(velero()).values().has("/snapshotsEnabled", false);
  }

  @Test
  void reads_its_login_from_a_file_of_the_form_that_it_knows() {
    assertThat(velero()).values().has("/credentials/existingSecret", "velero-bucket");
    assertThat(velero())
        .resource("ExternalSecret", "velero-bucket")
        .has(
            "/spec/target/template/data/cloud",
            "[default]\naws_access_key_id={{ .id }}\naws_secret_access_key={{ .key }}\n");
  }

  @Test
  void brings_the_plugin_for_its_store_as_pinned() {
    assertThat(velero())
        .values()
        .at("/initContainers/0")
        .has("/image", Versions.defaults().image("velero-plugin-for-aws").text())
        .has("/volumeMounts/0/mountPath", "/target");
  }

  @Test
  void takes_snapshots_with_the_class_of_each_driver() {
    props.addSnapshots(SNAPSHOTS).addSchedules(FULL);
    assertThat(velero()).values().has("/configuration/features", "EnableCSI");
    assertThat(velero())
        .values()
        .at("/schedules/full")
        .has("/schedule", "0 4 * * *")
        .has(
            "/annotations/velero.io~1csi-volumesnapshot-class_driver.longhorn.io",
            "longhorn-backup")
        .has("/template/ttl", "720h")
        .has("/template/snapshotVolumes", true)
        .has("/template/snapshotMoveData", false);
    assertThat(velero().uses()).contains("snapshot.storage.k8s.io");
  }

  @Test
  void leaves_volumes_alone_without_snapshots() {
    props.addSchedules(FULL);
    assertThat(velero())
        .values()
        .hasNo("/configuration/features")
        .has("/schedules/full/template/snapshotVolumes", false);
    assertThat(velero().uses()).doesNotContain("snapshot.storage.k8s.io");
  }

  @Test
  void copies_volumes_with_an_agent_on_each_node() {
    assertThat(velero()).values().has("/deployNodeAgent", false);
    assertThat(velero().podSecurity()).isEqualTo(PodSecurity.RESTRICTED);
    props.addSnapshots(SNAPSHOTS).addSchedules(FULL).copiesVolumes(true);
    assertThat(velero())
        .values()
        .has("/deployNodeAgent", true)
        .has("/nodeAgent/disableHostPath", true)
        .has("/schedules/full/template/snapshotMoveData", true);
    assertThat(velero().podSecurity()).isEqualTo(PodSecurity.BASELINE);
  }

  @Test
  void takes_some_namespaces_only_when_they_are_named() {
    props.addSchedules(FULL.of(NamespaceRef.of("shop")));
    assertThat(velero()).values().has("/schedules/full/template/includedNamespaces/0", "shop");
  }

  @Test
  void says_how_to_restore() {
    props.addSchedules(FULL);
    assertThat(velero().notes())
        .anyMatch(note -> note.contains("`velero restore create --from-schedule velero-full`"));
  }

  @Test
  void rejects_two_classes_of_one_driver() {
    props.addSnapshots(
        SNAPSHOTS, new VolumeSnapshotClassRef("longhorn", "driver.longhorn.io", TEST));
    rejects(
        "volume snapshot class longhorn-backup and volume snapshot class longhorn are both of driver driver.longhorn.io: keep one");
  }

  @Test
  void rejects_copies_of_nothing() {
    props.copiesVolumes(true);
    rejects("copiesVolumes is on, and there are no snapshots to copy: add snapshots");
  }

  @Test
  void rejects_two_schedules_of_one_name() {
    props.addSchedules(FULL, FULL);
    rejects("there are two schedules full: name one differently");
  }

  @Test
  void rejects_schedules_that_keep_nothing_or_cannot_be_called_so() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> VeleroSchedule.ofEverything("full", CronSchedule.daily(4, 0), Duration.ZERO))
        .withMessage("schedule full keeps backups for PT0S: keep them for an hour at least");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> VeleroSchedule.ofEverything("Full", CronSchedule.daily(4, 0), Duration.ofDays(1)))
        .withMessage(
            "schedule 'Full' cannot be called so: use at most 40 lower-case letters, digits and hyphens");
  }

  private void rejects(String message) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(props::build)
        .withMessage(message);
  }
}

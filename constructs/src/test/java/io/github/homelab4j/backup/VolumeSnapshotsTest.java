package io.github.homelab4j.backup;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.unit.CronSchedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class VolumeSnapshotsTest {
  private static final Provider CEPH = Provider.external("Ceph");
  private static final VolumeSnapshotsProps.Target FILES =
      new VolumeSnapshotsProps.Target(
          new StorageClassRef("rook-ceph-filesystem", true, CEPH),
          new VolumeSnapshotClassRef("files", "cephfs", CEPH));

  private static VolumeSnapshotsProps.Builder props() {
    return VolumeSnapshotsProps.builder().namespace(NamespaceRef.of("gitlab"));
  }

  private static VolumeSnapshots snapshots(VolumeSnapshotsProps props) {
    return new VolumeSnapshots(new App(), "gitlab-snapshots", props);
  }

  @Test
  void takes_the_claims_of_a_class_every_night_and_keeps_a_week() {
    assertThat(snapshots(props().addTargets(FILES).build()))
        .resource("CronJob", "gitlab-snapshots")
        .has("/metadata/namespace", "gitlab")
        .has("/spec/schedule", "0 2 * * *")
        .has("/spec/timeZone", "Etc/UTC")
        .has("/spec/concurrencyPolicy", "Forbid")
        .at("/spec/jobTemplate/spec/template/spec/containers/0")
        .has("/args/0", "rook-ceph-filesystem=files")
        .has("/env/1/name", "KEEP")
        .has("/env/1/value", "7");
  }

  @Test
  void may_list_claims_and_handle_snapshots_of_its_own_namespace_only() {
    var snapshots = snapshots(props().addTargets(FILES).build());
    assertThat(snapshots)
        .resource("Role", "gitlab-snapshots")
        .has("/rules/0/resources/0", "persistentvolumeclaims")
        .has("/rules/0/verbs", "[\"list\"]")
        .has("/rules/1/resources", "[\"volumesnapshots\"]");
    assertThat(snapshots).emitsNo("ClusterRole");
  }

  /** As the one that GitLab's backup is made in. */
  @Test
  void leaves_out_the_claims_that_go_with_a_pod() throws IOException {
    try (var script = VolumeSnapshots.class.getResourceAsStream("snapshot.sh")) {
      assertThat(new String(script.readAllBytes(), StandardCharsets.UTF_8))
          .contains("select((.metadata.ownerReferences // []) | any(.kind == \"Pod\") | not)");
    }
  }

  @Test
  void passes_the_strictest_pod_security() {
    assertThat(snapshots(props().addTargets(FILES).build()))
        .resource("CronJob", "gitlab-snapshots")
        .at("/spec/jobTemplate/spec/template/spec")
        .has("/securityContext/runAsNonRoot", true)
        .has("/securityContext/seccompProfile/type", "RuntimeDefault")
        .has("/containers/0/securityContext/allowPrivilegeEscalation", false)
        .has("/containers/0/securityContext/readOnlyRootFilesystem", true)
        .has("/containers/0/securityContext/capabilities/drop/0", "ALL");
  }

  @Test
  void follows_the_owners_schedule() {
    var props = props().addTargets(FILES).schedule(CronSchedule.of("0 */6 * * *")).keep(28).build();
    assertThat(snapshots(props))
        .resource("CronJob", "gitlab-snapshots")
        .has("/spec/schedule", "0 */6 * * *");
  }

  @Test
  void needs_the_snapshot_controller() {
    assertThat(snapshots(props().addTargets(FILES).build()).uses())
        .containsExactly("snapshot.storage.k8s.io");
  }

  @Test
  void rejects_a_snapshot_class_of_another_provider() {
    var other = new VolumeSnapshotClassRef("other", "lvm", Provider.external("OpenEBS"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> new VolumeSnapshotsProps.Target(FILES.volumes(), other))
        .withMessage(
            "storage class rook-ceph-filesystem is of Ceph, but volume snapshot class other of OpenEBS: take both from one");
  }

  @Test
  void rejects_no_namespace() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> VolumeSnapshotsProps.builder().addTargets(FILES).build())
        .withMessageStartingWith("namespace is not set");
  }

  @Test
  void rejects_nothing_to_take() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().build())
        .withMessageStartingWith("targets is empty");
  }

  @Test
  void rejects_to_keep_nothing() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addTargets(FILES).keep(0).build())
        .withMessage("keep is 0: keep at least 1 snapshot, or leave the component out");
  }
}

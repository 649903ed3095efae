package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class SnapshotControllerTest {
  @Test
  void owns_the_kinds_of_snapshots() {
    var controller =
        new SnapshotController(
            new App(), "snapshot-controller", SnapshotControllerProps.builder().build());
    assertThat(controller.installs())
        .containsExactly("groupsnapshot.storage.k8s.io", "snapshot.storage.k8s.io");
  }

  @Test
  void runs_two_copies_of_which_one_may_be_drained() {
    var controller =
        new SnapshotController(
            new App(), "snapshot-controller", SnapshotControllerProps.builder().build());
    assertThat(controller)
        .values()
        .has("/replicaCount", 2)
        .has("/podDisruptionBudget/maxUnavailable", 1)
        .has(
            "/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name",
            "snapshot-controller");
  }

  @Test
  void has_no_budget_that_would_block_a_drain_of_its_only_copy() {
    var controller =
        new SnapshotController(
            new App(),
            "snapshot-controller",
            SnapshotControllerProps.builder().replicas(1).build());
    assertThat(controller).values().hasNo("/podDisruptionBudget");
  }

  @Test
  void is_named_as_its_facts_say_whatever_the_release_is_called() {
    var controller =
        new SnapshotController(
            new App(), "csi-snapshotter", SnapshotControllerProps.builder().build());
    assertThat(controller).values().has("/fullnameOverride", "csi-snapshotter");
    assertThat(controller.facts()).extracting("name").containsExactly("csi-snapshotter");
    assertThat(controller.workloads()).extracting("name").containsExactly("csi-snapshotter");
  }
}

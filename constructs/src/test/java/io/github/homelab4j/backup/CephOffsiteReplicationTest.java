package io.github.homelab4j.backup;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class CephOffsiteReplicationTest {
  private static CephOffsiteReplicationProps.Builder props() {
    var store = new SecretStoreRef("onepassword", Provider.external("the test"));
    return CephOffsiteReplicationProps.builder()
        .ceph(new OperatorRef("rook-ceph-cluster", Provider.external("the test")))
        .peerToken(store.item("ceph-offsite").key("token"));
  }

  private static CephOffsiteReplication replication(CephOffsiteReplicationProps props) {
    return new CephOffsiteReplication(new App(), "ceph-offsite-replication", props);
  }

  @Test
  void mirrors_a_pool_of_its_own_every_hour_to_the_peer() {
    assertThat(replication(props().build()))
        .resource("CephBlockPool", "rook-ceph-block-mirrored")
        .has("/spec/replicated/size", 3)
        .has("/spec/deviceClass", "nvme")
        .has("/spec/mirroring/enabled", true)
        .has("/spec/mirroring/mode", "image")
        .has("/spec/mirroring/snapshotSchedules/0/interval", "1h")
        .has("/spec/mirroring/peers/secretNames/0", "rook-ceph-mirror-peer");
  }

  @Test
  void takes_the_peers_token_from_the_store() {
    assertThat(replication(props().build()))
        .resource("ExternalSecret", "rook-ceph-mirror-peer")
        .has("/spec/target/template/data/pool", "rook-ceph-block-mirrored")
        .has("/spec/data/0/remoteRef/key", "ceph-offsite")
        .has("/spec/data/0/remoteRef/property", "token");
  }

  @Test
  void runs_the_daemon_that_fetches_the_other_sides_images() {
    assertThat(replication(props().build()))
        .resource("CephRBDMirror", "ceph-offsite-replication")
        .has("/spec/count", 1);
  }

  @Test
  void keeps_replicated_volumes_when_their_claims_go() {
    var replication = replication(props().build());
    assertThat(replication)
        .resource("StorageClass", replication.replicated().name())
        .has("/reclaimPolicy", "Retain")
        .has("/parameters/pool", "rook-ceph-block-mirrored")
        .has("/metadata/annotations/storageclass.kubernetes.io~1is-default-class", "false");
  }

  @Test
  void says_what_is_to_be_done_by_hand() {
    assertThat(replication(props().build()).notes())
        .first()
        .asString()
        .contains("rbd mirror image enable rook-ceph-block-mirrored/<image> snapshot");
  }

  @Test
  void rejects_intervals_that_ceph_cannot_read() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().interval(Duration.ofMinutes(90)).build())
        .withMessage("interval is PT1H30M: take 1 to 60 whole minutes, or whole hours");
  }
}

package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.CephRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.plan.Ip;
import java.util.List;
import java.util.Locale;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ExternalCephTest {
  private final App app = new App();
  private final RookCeph rook = StorageFixtures.rook(app);
  private final CephCsiDrivers drivers = StorageFixtures.drivers(app, rook);

  private ExternalCephProps.Builder props() {
    return ExternalCephProps.builder()
        .operator(rook.operator())
        .drivers(drivers.drivers())
        .ceph(
            new CephRef(
                "rook-ceph-block",
                "rook-ceph-filesystem",
                "rook-ceph-filesystem-data0",
                Provider.external("another homelab")))
        .credentials(StorageFixtures.STORE.item("ceph-apps"));
  }

  private ExternalCeph ceph() {
    var monitors = List.of(Ip.of("192.0.2.11"), Ip.of("192.0.2.12"), Ip.of("192.0.2.13"));
    return new ExternalCeph(app, "external-ceph", props().addAllMonitors(monitors).build());
  }

  @Test
  void connects_without_running_anything_of_ceph() {
    assertThat(ceph())
        .resource("CephCluster", "external-ceph")
        .has("/spec/external/enable", true)
        .has("/spec/crashCollector/disable", true)
        .has("/spec/healthCheck/daemonHealth/mon/interval", "45s")
        .hasNo("/spec/mon")
        .hasNo("/spec/cephVersion")
        .hasNo("/spec/storage");
  }

  @Test
  void tells_rook_the_planned_monitors_once_and_leaves_them_to_it() {
    assertThat(ceph())
        .resource("ConfigMap", "rook-ceph-mon-endpoints")
        .has("/data/data", "a=192.0.2.11:6789,b=192.0.2.12:6789,c=192.0.2.13:6789")
        .has("/data/maxMonId", "2")
        .has("/data/mapping", "{}")
        .has("/metadata/annotations/kustomize.toolkit.fluxcd.io~1ssa", "IfNotPresent");
  }

  @Test
  void makes_the_five_secrets_of_one_item() {
    var ceph = ceph();
    assertThat(ceph.objects())
        .filteredOn(object -> object.getKind().equals("ExternalSecret"))
        .hasSize(5);
    assertThat(ceph)
        .resource("ExternalSecret", "rook-ceph-mon")
        .has("/spec/target/template/type", "kubernetes.io/rook")
        .has("/spec/target/template/data/cluster-name", "rook-ceph")
        .has("/spec/target/template/data/admin-secret", "admin-secret")
        .has("/spec/data/0/remoteRef/key", "ceph-apps")
        .has("/spec/data/0/remoteRef/property", "ROOK_EXTERNAL_FSID");
    for (var name :
        new String[] {"rbd-provisioner", "rbd-node", "cephfs-provisioner", "cephfs-node"}) {
      var variable = "CSI_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
      assertThat(ceph)
          .resource("ExternalSecret", "rook-csi-" + name)
          .has("/spec/target/template/type", "kubernetes.io/rook")
          .has("/spec/data/0/secretKey", "userID")
          .has("/spec/data/0/remoteRef/property", variable + "_NAME")
          .has("/spec/data/1/secretKey", "userKey")
          .has("/spec/data/1/remoteRef/property", variable);
    }
  }

  @Test
  void provides_classes_of_the_same_names_for_the_exported_pools() {
    var ceph = ceph();
    assertThat(ceph)
        .resource("StorageClass", ceph.block().name())
        .has("/provisioner", drivers.drivers().rbd())
        .has("/parameters/clusterID", "rook-ceph")
        .has("/parameters/pool", "rook-ceph-block")
        .has("/metadata/annotations/storageclass.kubernetes.io~1is-default-class", "true");
    assertThat(ceph)
        .resource("StorageClass", ceph.filesystem().name())
        .has("/provisioner", drivers.drivers().cephfs())
        .has("/parameters/fsName", "rook-ceph-filesystem")
        .has("/parameters/pool", "rook-ceph-filesystem-data0")
        .has("/reclaimPolicy", "Delete");
    assertThat(ceph.filesystem().shared()).isTrue();
  }

  @Test
  void provides_snapshots_of_both() {
    var ceph = ceph();
    assertThat(ceph)
        .resource("VolumeSnapshotClass", ceph.blockSnapshots().name())
        .has("/driver", drivers.drivers().rbd())
        .has("/deletionPolicy", "Delete")
        .has("/parameters/csi.storage.k8s.io~1snapshotter-secret-name", "rook-csi-rbd-provisioner")
        .hasNo("/spec");
    assertThat(ceph)
        .resource("VolumeSnapshotClass", ceph.filesystemSnapshots().name())
        .has("/driver", drivers.drivers().cephfs());
  }

  @Test
  void says_what_is_to_be_done_by_hand() {
    assertThat(ceph().manualSteps())
        .first()
        .asString()
        .contains(
            "--restricted-auth-permission true --k8s-cluster-name external-ceph --rbd-data-pool-name rook-ceph-block");
  }

  @Test
  void rejects_no_monitors() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().build())
        .withMessage(
            "monitors is empty: give the addresses of the nodes of the cluster that runs Ceph");
  }

  @Test
  void rejects_drivers_of_another_name() {
    var other = new CephDrivers("x.rbd.csi.ceph.com", "x.cephfs.csi.ceph.com", rook.operator());
    var builder =
        ExternalCephProps.builder()
            .operator(rook.operator())
            .drivers(other)
            .ceph(new CephRef("a", "b", "c", Provider.external("another homelab")))
            .credentials(StorageFixtures.STORE.item("ceph-apps"))
            .addMonitors(Ip.of("192.0.2.11"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(builder::build)
        .withMessageContaining("put drivers and operator into one namespace");
  }
}

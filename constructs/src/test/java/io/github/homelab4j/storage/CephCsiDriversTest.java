package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class CephCsiDriversTest {
  private final App app = new App();
  private final RookCeph rook = StorageFixtures.rook(app);
  private final CephCsiDrivers drivers = StorageFixtures.drivers(app, rook);

  @Test
  void names_the_drivers_after_the_operators_namespace() {
    assertThat(drivers)
        .values()
        .has("/drivers/rbd/name", "rook-ceph.rbd.csi.ceph.com")
        .has("/drivers/cephfs/name", "rook-ceph.cephfs.csi.ceph.com");
    assertThat(drivers.drivers().rbd()).isEqualTo("rook-ceph.rbd.csi.ceph.com");
    assertThat(drivers.drivers().operator().provider().component()).contains(drivers);
  }

  @Test
  void makes_snapshots_of_block_volumes_too_which_the_chart_leaves_off() {
    assertThat(drivers)
        .values()
        .has("/drivers/rbd/snapshotPolicy", "volumeSnapshot")
        .has("/drivers/cephfs/snapshotPolicy", "volumeSnapshot");
  }

  @Test
  void runs_two_controllers_of_each_driver_and_none_of_the_others() {
    assertThat(drivers)
        .values()
        .has("/drivers/rbd/controllerPlugin/replicas", 2)
        .has("/drivers/cephfs/controllerPlugin/replicas", 2)
        .has("/drivers/nfs/enabled", false)
        .has("/drivers/nvmeof/enabled", false);
  }

  @Test
  void takes_the_images_that_rook_names() {
    assertThat(drivers)
        .values()
        .has("/operatorConfig/namespace", "rook-ceph")
        .has(
            "/operatorConfig/driverSpecDefaults/imageSet/name",
            "rook-csi-operator-image-set-configmap");
    assertThat(rook.facts()).extracting("name").contains("rook-csi-operator-image-set-configmap");
  }

  @Test
  void rejects_another_namespace_than_the_operators() {
    var builder =
        CephCsiDriversProps.builder()
            .operator(rook.operator())
            .namespace(NamespaceRef.of("storage"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(builder::build)
        .withMessageStartingWith(
            "the drivers are in namespace storage and operator rook-ceph in rook-ceph: put both into one");
  }
}

package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.DiskPlan;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class OpenEbsTest {
  private final App app = new App();

  private OpenEbs openebs() {
    return new OpenEbs(app, "openebs", OpenEbsProps.builder().addAllNodes(StorageFixtures.nodes(3)).build());
  }

  @Test
  void runs_the_two_local_engines_and_nothing_else() {
    assertThat(openebs())
        .values()
        .has("/engines/local/lvm/enabled", true)
        .has("/engines/local/zfs/enabled", false)
        .has("/engines/replicated/mayastor/enabled", false)
        .has("/loki/enabled", false)
        .has("/alloy/enabled", false);
  }

  @Test
  void leaves_the_kinds_of_snapshots_to_their_owner() {
    var openebs = openebs();
    assertThat(openebs).values().has("/openebs-crds/csi/volumeSnapshots/enabled", false);
    assertThat(openebs.uses()).containsExactly("snapshot.storage.k8s.io");
    assertThat(openebs)
        .resource("HelmRelease", "openebs")
        .at("/spec/postRenderers/0/kustomize/patches/0")
        .has("/target/kind", "Deployment")
        .has("/target/name", ".*lvm-localpv-controller");
  }

  @Test
  void makes_the_volume_group_on_the_planned_disk_of_each_node() {
    var openebs = openebs();
    assertThat(openebs.objects()).filteredOn(object -> object.getKind().equals("Job")).hasSize(3);
    assertThat(openebs)
        .resource("Job", "openebs-volume-group-infra-2")
        .has("/spec/template/spec/nodeSelector/kubernetes.io~1hostname", "infra-2")
        .has("/spec/template/spec/containers/0/command/2", "vgs openebs || vgcreate openebs /dev/disk/by-partlabel/r-openebs")
        .has("/spec/template/spec/containers/0/securityContext/privileged", true);
  }

  @Test
  void provides_directories_and_logical_volumes_on_the_pods_own_node() {
    var openebs = openebs();
    assertThat(openebs)
        .values()
        .has("/localpv-provisioner/hostpathClass/name", openebs.hostpath().name())
        .has("/localpv-provisioner/hostpathClass/basePath", "/var/mnt/openebs")
        .has("/localpv-provisioner/hostpathClass/isDefaultClass", false);
    assertThat(openebs)
        .resource("StorageClass", openebs.lvm().name())
        .has("/provisioner", "local.csi.openebs.io")
        .has("/parameters/volgroup", "openebs")
        .has("/parameters/fsType", "xfs")
        .has("/volumeBindingMode", "WaitForFirstConsumer");
  }

  @Test
  void has_directories_only_when_no_disk_is_planned() {
    var openebs = new OpenEbs(app, "plain", OpenEbsProps.builder().build());
    assertThat(openebs).emitsNo("Job").emitsNo("StorageClass").values().has("/engines/local/lvm/enabled", false);
    assertThat(openebs).resource("HelmRelease", "plain").hasNo("/spec/postRenderers");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(openebs::lvm)
        .withMessage("no node has a disk for LVM: plan one with DiskPlan.Use.LVM and pass the nodes");
  }

  @Test
  void rejects_what_is_not_a_directory() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> OpenEbsProps.builder().directory("openebs").build())
        .withMessageStartingWith("directory is 'openebs'");
  }

  @Test
  void rejects_what_is_not_a_volume_group() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> OpenEbsProps.builder().volumeGroup("a b").build())
        .withMessageStartingWith("volumeGroup is 'a b'");
  }

  @Test
  void rejects_device_names_that_change_with_a_reboot() {
    var node = StorageFixtures.node(1, new DiskPlan("/dev/sdb", DiskPlan.Use.LVM));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> OpenEbsProps.builder().addNodes(node).build())
        .withMessageStartingWith("disks [/dev/sdb] may have another name after a reboot");
  }
}

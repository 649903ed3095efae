package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Versions;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.unit.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenEbsTest {
  private final App app = new App();

  private OpenEbs openebs() {
    return new OpenEbs(
        app, "openebs", OpenEbsProps.builder().addAllNodes(StorageFixtures.nodes(3)).build());
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
  void makes_the_volume_group_before_the_node_plugin_starts() throws IOException {
    var openebs = openebs();
    assertThat(openebs)
        .emitsNo("Job")
        .resource("HelmRelease", "openebs")
        .at("/spec/postRenderers/0/kustomize/patches/1")
        .has("/target/kind", "DaemonSet")
        .has("/target/name", ".*lvm-localpv-node");
    var init = initContainer(openebs);
    assertThat(init.at("/image").textValue())
        .isEqualTo(Versions.defaults().image("lvm-driver").text());
    assertThat(init.at("/securityContext/privileged").booleanValue()).isTrue();
    assertThat(init.at("/env/0/valueFrom/fieldRef/fieldPath").textValue())
        .isEqualTo("spec.nodeName");
    assertThat(init.at("/volumeMounts/0/name").textValue()).isEqualTo("device-dir");
    assertThat(init.at("/volumeMounts/0/mountPath").textValue()).isEqualTo("/dev");
    assertThat(init.at("/resources/limits/memory").textValue()).isEqualTo("128Mi");
  }

  @Test
  void takes_the_planned_disks_of_each_node() throws IOException {
    var ceph = StorageFixtures.disk("r-ceph", DiskPlan.Use.CEPH);
    var one = StorageFixtures.node(1, ceph, StorageFixtures.disk("one", DiskPlan.Use.LVM));
    var two =
        StorageFixtures.node(
            2,
            StorageFixtures.disk("two", DiskPlan.Use.LVM),
            StorageFixtures.disk("three", DiskPlan.Use.LVM));
    var openebs =
        new OpenEbs(
            app,
            "mixed",
            OpenEbsProps.builder().addNodes(one, two, StorageFixtures.node(3, ceph)).build());
    assertThat(initContainer(openebs).at("/command/2").textValue())
        .contains("'infra-1') set -- /dev/disk/by-partlabel/one ;;")
        .contains("'infra-2') set -- /dev/disk/by-partlabel/two /dev/disk/by-partlabel/three ;;")
        .doesNotContain("r-ceph", "infra-3", "${");
  }

  @Test
  void keeps_directories_where_the_disk_for_them_is_mounted() {
    var part = DiskPlan.Partition.of("/dev/disk/by-id/ata-ssd", Quantity.gi(10));
    var node = StorageFixtures.node(1, DiskPlan.folders("fast", part));
    assertThat(new OpenEbs(app, "fast", OpenEbsProps.builder().addNodes(node).build()))
        .resource("HelmRelease", "fast")
        .has("/spec/values/localpv-provisioner/hostpathClass/basePath", "/var/mnt/fast");
  }

  @Test
  void makes_the_volume_group_once(@TempDir Path dir) throws Exception {
    assertThat(start(dir, "infra-2")).isZero();
    assertThat(start(dir, "infra-2")).isZero();
    assertThat(dir.resolve("calls")).hasContent("vgcreate openebs " + dir.resolve("r-openebs"));
  }

  @Test
  void never_takes_a_disk_that_is_not_empty(@TempDir Path dir) throws Exception {
    Files.writeString(dir.resolve("signature"), "xfs");
    assertThat(start(dir, "infra-2")).isEqualTo(1);
    assertThat(dir.resolve("calls")).doesNotExist();
    assertThat(dir.resolve("out"))
        .content()
        .contains(
            "r-openebs of infra-2 is not empty, and volume group openebs is absent: it has xfs")
        .contains("nothing was changed");
  }

  @Test
  void never_takes_a_disk_that_blkid_is_unsure_about(@TempDir Path dir) throws Exception {
    stub(dir, "blkid", "exit 8");
    assertThat(start(dir, "infra-2")).isEqualTo(1);
    assertThat(dir.resolve("calls")).doesNotExist();
    assertThat(dir.resolve("out"))
        .content()
        .contains("it has signatures that blkid cannot tell apart");
  }

  @Test
  void says_which_planned_disk_is_absent(@TempDir Path dir) throws Exception {
    assertThat(start(dir, "infra-2", dir.resolve("other"))).isEqualTo(1);
    assertThat(dir.resolve("calls")).doesNotExist();
    assertThat(dir.resolve("out"))
        .content()
        .contains("infra-2 has no disk " + dir.resolve("other") + " for volume group openebs");
  }

  @Test
  void lets_the_plugin_start_on_a_node_without_a_planned_disk(@TempDir Path dir) throws Exception {
    assertThat(start(dir, "worker-1")).isZero();
    assertThat(dir.resolve("calls")).doesNotExist();
  }

  private int start(Path dir, String node) throws IOException, InterruptedException {
    return start(dir, node, Files.writeString(dir.resolve("r-openebs"), ""));
  }

  /**
   * Runs the init container's script as on the node, with commands that only write down how they
   * were called.
   */
  private int start(Path dir, String node, Path disk) throws IOException, InterruptedException {
    var shell = Path.of("/bin/sh");
    assumeThat(shell).isExecutable();
    stub(dir, "vgs", "test -e %s/group-$1 || exit 5".formatted(dir));
    stub(dir, "vgcreate", "echo vgcreate \"$@\" >> %1$s/calls; : > %1$s/group-$1".formatted(dir));
    stub(dir, "pvcreate", "echo pvcreate \"$@\" >> %s/calls".formatted(dir));
    stub(dir, "wipefs", "echo wipefs \"$@\" >> %s/calls".formatted(dir));
    stub(
        dir,
        "blkid",
        "test -e %1$s/signature || exit 2; read -r found < %1$s/signature; echo $found"
            .formatted(dir));
    var openebs =
        new OpenEbs(
            new App(),
            "openebs",
            OpenEbsProps.builder().addAllNodes(StorageFixtures.nodes(3)).build());
    var script =
        initContainer(openebs)
            .at("/command/2")
            .textValue()
            .replace("/dev/disk/by-partlabel/r-openebs", disk.toString());
    var process =
        new ProcessBuilder(shell.toString(), "-c", script)
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("out").toFile());
    process.environment().putAll(Map.of("PATH", dir.toString(), "NODE_NAME", node));
    return process.start().waitFor();
  }

  private static void stub(Path dir, String command, String body) throws IOException {
    var file = dir.resolve(command);
    if (Files.notExists(file)) {
      Files.writeString(file, "#!/bin/sh\n%s\n".formatted(body));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static JsonNode initContainer(OpenEbs openebs) throws IOException {
    return new YAMLMapper()
        .readTree(openebs.patches().get(1).patch())
        .at("/spec/template/spec/initContainers/0");
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
    assertThat(openebs)
        .emitsNo("Job")
        .emitsNo("StorageClass")
        .values()
        .has("/engines/local/lvm/enabled", false);
    assertThat(openebs).resource("HelmRelease", "plain").hasNo("/spec/postRenderers");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(openebs::lvm)
        .withMessage(
            "no node has a disk for LVM: plan one with DiskPlan.Use.LVM and pass the nodes");
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

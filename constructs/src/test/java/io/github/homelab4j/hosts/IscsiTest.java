package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.BlockDeviceRef;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.hosts.IscsiTargetProps.Lun;
import io.github.homelab4j.hosts.LvmVolumesProps.Volume;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.unit.Quantity;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

/** Disks from a volume group through a target to the machine that mounts them. */
class IscsiTest {
  private static final String SAVED = "etc/rtslib-fb-target/saveconfig.json";
  private static final String WAIT = "etc/systemd/system/wait-for-disks.service";
  private static final String AGAIN = "etc/systemd/system/attach-storage.service";
  private static final String SCRIPT = "usr/local/sbin/attach-storage";

  private final App app = new App();
  private final LvmVolumes volumes = volumes(volumesProps());

  @Test
  void both_ends_have_the_same_names() {
    var target = target(targetProps());
    var lun = target.lun(Pis.SECOND);
    var initiator = initiator(IscsiInitiatorProps.builder().addLuns(lun));

    assertThat(target)
        .hasKind(Pis.BOX, SAVED, FileKind.ISCSI_TARGET)
        .file(Pis.BOX, SAVED)
        .contains(
            "\"node_wwn\" : \"%s\"".formatted(lun.initiator()),
            "\"wwn\" : \"%s\"".formatted(lun.target()),
            "\"ip_address\" : \"10.9.0.11\"",
            "\"port\" : 3260",
            "\"dev\" : \"/dev/san/lun2\"");
    assertThat(initiator)
        .file(Pis.SECOND, "etc/iscsi/initiatorname.iscsi")
        .endsWith("InitiatorName=iqn.2025-01.org.example:pi-2\n");
    assertThat(initiator)
        .file(Pis.SECOND, SCRIPT)
        .contains(
            "portal=10.9.0.11:3260\n",
            "target=iqn.2025-01.org.example:box\n",
            "disk=/dev/disk/by-path/ip-10.9.0.11:3260-iscsi-iqn.2025-01.org.example:box-lun-2\n");
  }

  @Test
  void nobody_but_the_named_gets_in() {
    assertThat(target(targetProps()))
        .file(Pis.BOX, SAVED)
        .contains("\"generate_node_acls\" : 0", "\"write_back\" : false");
  }

  @Test
  void disks_are_there_before_they_are_lent_out_at_boot() {
    var target = target(targetProps());

    assertThat(target)
        .hasKind(Pis.BOX, WAIT, FileKind.SYSTEMD_UNIT)
        .file(Pis.BOX, WAIT)
        .contains(
            "Before=rtslib-fb-targetctl.service\n",
            "udevadm wait --timeout=300 /dev/san/lun1 /dev/san/lun2\n",
            "WantedBy=rtslib-fb-targetctl.service\n");
    assertThat(target.setup(Pis.BOX).started()).containsExactly("wait-for-disks.service");
  }

  @Test
  void a_target_that_boots_later_is_tried_until_its_disk_is_mounted() {
    var initiator =
        initiator(IscsiInitiatorProps.builder().addLuns(target(targetProps()).lun(Pis.FIRST)));

    assertThat(initiator)
        .hasKind(Pis.FIRST, AGAIN, FileKind.SYSTEMD_UNIT)
        .file(Pis.FIRST, AGAIN)
        .contains(
            "StartLimitIntervalSec=0\n",
            "Restart=on-failure\n",
            "ExecStart=/bin/sh /usr/local/sbin/attach-storage\nExecStart=/bin/systemctl start storage.mount\n");
    // It would wait for what waits for it.
    assertThat(initiator)
        .file(Pis.FIRST, "etc/systemd/system/storage.mount")
        .doesNotContain("attach-storage");
    assertThat(initiator.setup(Pis.FIRST).started()).contains("attach-storage.service");
  }

  @Test
  void the_boot_logs_in_to_its_disk_and_to_no_volume_of_longhorn() {
    var initiator =
        initiator(IscsiInitiatorProps.builder().addLuns(target(targetProps()).lun(Pis.FIRST)));

    assertThat(initiator)
        .file(Pis.FIRST, "etc/iscsi/iscsid.conf")
        .contains("node.startup = manual\n");
    assertThat(initiator)
        .file(Pis.FIRST, SCRIPT)
        .contains("node --op update --name node.startup --value automatic\n");
  }

  @Test
  void a_disk_is_mounted_by_label_once_the_network_is_there() {
    var initiator =
        initiator(IscsiInitiatorProps.builder().addLuns(target(targetProps()).lun(Pis.FIRST)));

    assertThat(initiator)
        .file(Pis.FIRST, "etc/systemd/system/storage.mount")
        .contains(
            "What=/dev/disk/by-label/storage\n", "Where=/storage\n", "Options=_netdev,noatime\n");
    assertThat(initiator.mount().path()).isEqualTo("/storage");
    assertThat(initiator.setup(Pis.FIRST).started()).contains("storage.mount");
    assertThat(initiator.setup(Pis.FIRST).units()).isEmpty();
  }

  @Test
  void a_deeper_folder_has_the_unit_that_systemd_asks_for() {
    var lun = target(targetProps()).lun(Pis.FIRST);

    assertThat(initiator(IscsiInitiatorProps.builder().addLuns(lun).path("/srv/disk")))
        .file(Pis.FIRST, "etc/systemd/system/srv-disk.mount")
        .contains("Where=/srv/disk\n");
  }

  @Test
  void a_file_system_is_made_on_a_disk_with_nothing_on_it_only() {
    assertThat(
            initiator(IscsiInitiatorProps.builder().addLuns(target(targetProps()).lun(Pis.FIRST))))
        .file(Pis.FIRST, SCRIPT)
        .contains("if [ \"$found\" -eq 2 ]; then\n  mkfs.ext4 -L storage \"$disk\"\nfi\n")
        // blkid says the same of a disk that it cannot read.
        .containsSubsequence("set -eu\n", "dd if=\"$disk\" of=/dev/null", "blkid");
  }

  @Test
  void lends_to_nobody_else() {
    var target = target(targetProps());

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> target.lun(Pis.BOX))
        .withMessage("iscsi-target lends nothing to box, only to [pi-1, pi-2]: add a LUN for it");
  }

  @Test
  void rejects_a_disk_for_two_machines() {
    var props = targetProps(lun(1, "lun1", Pis.FIRST), lun(2, "lun1", Pis.SECOND));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(props::build)
        .withMessage(
            "luns have a device twice, [/dev/san/lun1, /dev/san/lun1]: a disk that two machines write to is lost, give each its own");
  }

  @Test
  void rejects_a_number_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> targetProps(lun(1, "lun1", Pis.FIRST), lun(1, "lun2", Pis.SECOND)).build())
        .withMessageContaining("luns have a number twice, [1, 1]");
  }

  @Test
  void rejects_a_number_that_cannot_be() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> targetProps(lun(256, "lun1", Pis.FIRST)).build())
        .withMessage("LUN 256 cannot be: number them from 0 to 255");
  }

  @Test
  void rejects_a_machine_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> targetProps(lun(1, "lun1", Pis.FIRST), lun(2, "lun2", Pis.FIRST)).build())
        .withMessageContaining("luns have a machine twice, [pi-1, pi-1]");
  }

  @Test
  void rejects_a_disk_of_another_machine() {
    var far =
        new BlockDeviceRef(Pis.FIRST, "/dev/sda", Quantity.gi(1), Provider.external("somebody"));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> targetProps(new Lun(1, far, Pis.SECOND)).build())
        .withMessageContaining(
            "LUN 1 is block device /dev/sda of pi-1, but the target runs on box");
  }

  @Test
  void rejects_a_name_that_is_none() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> IscsiTargetProps.builder().host(Pis.BOX).iqn("iqn.2025-13.org.example").build())
        .withMessageContaining("'iqn.2025-13.org.example' is not the beginning of an iSCSI name");
  }

  @Test
  void rejects_two_disks_at_one_folder() {
    var lun = target(targetProps()).lun(Pis.FIRST);

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> IscsiInitiatorProps.builder().addLuns(lun, lun).build())
        .withMessageContaining("luns are for [pi-1, pi-1]: a machine mounts one disk at /storage");
  }

  @Test
  void rejects_a_folder_that_systemd_would_escape() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> IscsiInitiatorProps.builder().path("/my-disk").build())
        .withMessageContaining("'/my-disk' is not a folder to mount at");
  }

  @Test
  void rejects_a_label_that_is_too_long() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> IscsiInitiatorProps.builder().label("a-label-of-17-let").build())
        .withMessageContaining("'a-label-of-17-let' is not a label");
  }

  @Test
  void volumes_are_made_when_they_are_not_there() {
    assertThat(volumes)
        .hasKind(Pis.BOX, "usr/local/sbin/make-volumes", FileKind.SHELL)
        .file(Pis.BOX, "usr/local/sbin/make-volumes")
        .contains(
            "vgs san >/dev/null 2>&1 || vgcreate san /dev/disk/by-id/nvme-box\n",
            "volume lun1 100000000000\n",
            "volume lun2 100000000000\n");
  }

  @Test
  void knows_what_it_promised() {
    assertThat(volumes.where()).isEqualTo("volume group san of box");
    assertThat(volumes.space()).isEqualTo(Quantity.of("170G"));
    assertThat(volumes.lent()).containsExactly(Quantity.of("100G"), Quantity.of("100G"));
  }

  @Test
  void hands_out_no_other_volume() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> volumes.volume("lun3"))
        .withMessage("lvm makes no volume 'lun3', only [lun1, lun2]: add it to its volumes");
  }

  @Test
  void rejects_a_disk_by_a_name_that_changes() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                LvmVolumesProps.builder()
                    .host(Pis.BOX)
                    .device("/dev/sda3")
                    .size(Quantity.gi(1))
                    .build())
        .withMessageContaining("'/dev/sda3' may be another disk after the next boot");
  }

  @Test
  void rejects_a_volume_that_could_never_be_full() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> volumesProps().addVolumes(new Volume("lun3", Quantity.of("171G"))).build())
        .withMessageContaining("volume lun3 is 171G, larger than 170G of its group san");
  }

  @Test
  void rejects_names_that_lvm_spells_otherwise_or_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> volumesProps().addVolumes(new Volume("lun-3", Quantity.gi(1))).build())
        .withMessageContaining("'lun-3' is not a name for a volume");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> volumesProps().addVolumes(new Volume("lun1", Quantity.gi(1))).build())
        .withMessageContaining("volumes [lun1, lun2, lun1] have a name twice");
  }

  @Test
  void a_volume_may_be_the_machines_own() {
    var volumes =
        new LvmVolumes(
            new App(),
            "lvm",
            volumesProps()
                .addVolumes(new Volume("copies", Quantity.gi(10)).mountedAt("/srv/copies"))
                .build());

    assertThat(volumes)
        .file(Pis.BOX, "usr/local/sbin/make-volumes")
        .contains("volume copies 10737418240\nfilesystem copies\n")
        .containsSubsequence("set -eu\n", "dd if=\"/dev/san/$1\" of=/dev/null", "blkid");
    assertThat(volumes)
        .file(Pis.BOX, "etc/systemd/system/srv-copies.mount")
        .contains("What=/dev/san/copies\n", "Where=/srv/copies\n");
    assertThat(volumes.setup(Pis.BOX).started()).containsExactly("srv-copies.mount");
    assertThat(volumes.mount("copies").path()).isEqualTo("/srv/copies");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> volumes.mount("lun1"))
        .withMessage("lvm mounts no volume 'lun1': add it to its volumes with mountedAt(…)");
  }

  @Test
  void a_folder_that_no_unit_is_named_after_is_refused() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                volumesProps()
                    .addVolumes(new Volume("copies", Quantity.gi(10)).mountedAt("/srv/my-copies"))
                    .build())
        .withMessageContaining("'/srv/my-copies' is not a folder to mount volume copies at");
  }

  private static LvmVolumesProps.Builder volumesProps() {
    return LvmVolumesProps.builder()
        .host(Pis.BOX)
        .device("/dev/disk/by-id/nvme-box")
        .size(Quantity.of("170G"))
        .addVolumes(new Volume("lun1", Quantity.of("100G")))
        .addVolumes(new Volume("lun2", Quantity.of("100G")));
  }

  private LvmVolumes volumes(LvmVolumesProps.Builder props) {
    return new LvmVolumes(app, "lvm", props.build());
  }

  private Lun lun(int number, String volume, Machine machine) {
    return new Lun(number, volumes.volume(volume), machine);
  }

  private IscsiTargetProps.Builder targetProps(Lun... luns) {
    return IscsiTargetProps.builder().host(Pis.BOX).iqn("iqn.2025-01.org.example").addLuns(luns);
  }

  private IscsiTargetProps.Builder targetProps() {
    return targetProps(lun(1, "lun1", Pis.FIRST), lun(2, "lun2", Pis.SECOND));
  }

  private IscsiTarget target(IscsiTargetProps.Builder props) {
    return new IscsiTarget(app, "iscsi-target", props.build());
  }

  private IscsiInitiator initiator(IscsiInitiatorProps.Builder props) {
    return new IscsiInitiator(app, "iscsi-initiator", props.build());
  }
}

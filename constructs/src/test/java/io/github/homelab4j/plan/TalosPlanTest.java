package io.github.homelab4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.unit.Quantity;
import io.github.homelab4j.unit.Version;
import org.junit.jupiter.api.Test;

class TalosPlanTest {
  @Test
  void defaults_are_those_of_talos() {
    var plan = plan("v1.12.1").build();

    assertThat(plan.kubePrism().number()).isEqualTo(7445);
    assertThat(plan.workloadsOnControlPlane()).isFalse();
    assertThat(plan.imageFactory()).hasToString("factory.talos.dev");
  }

  @Test
  void rejects_a_version_that_is_no_tag() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(plan("1.12.1")::build)
        .withMessage("'1.12.1' is not a version of Talos: write it with all its parts, as v1.12.1");
  }

  @Test
  void rejects_an_extension_without_its_maker() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(plan("v1.12.1").addExtensions("intel-ucode")::build)
        .withMessage("'intel-ucode' is not a system extension: write it as siderolabs/intel-ucode");
  }

  @Test
  void rejects_two_arguments_in_one() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(plan("v1.12.1").addKernelArguments("quiet nosmt")::build)
        .withMessage(
            "'quiet nosmt' is not an argument of the kernel: write one each, as intel_iommu=on");
  }

  @Test
  void a_volume_is_known_by_its_label_and_its_mount_point() {
    var part = DiskPlan.Partition.of("/dev/disk/by-id/nvme-disk", Quantity.gi(10));

    assertThat(DiskPlan.raw("ceph", DiskPlan.Use.CEPH, part))
        .returns("/dev/disk/by-partlabel/r-ceph", DiskPlan::path)
        .returns("ceph", DiskPlan::name);
    assertThat(DiskPlan.folders("data", part))
        .returns("/dev/disk/by-partlabel/u-data", DiskPlan::path)
        .returns("/var/mnt/data", DiskPlan::mountPoint);
  }

  private static TalosPlan.Builder plan(String version) {
    return TalosPlan.builder().version(Version.of(version)).networkInterface("enp1s0");
  }
}

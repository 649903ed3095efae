package io.github.homelab4j.hosts;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Quantity;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class TalosMachinesTest {
  private static final NodePlan CONTROL = TalosPlans.control();
  private static final NodePlan WORKER = TalosPlans.worker();

  @Test
  void writes_a_patch_a_schematic_and_an_upgrade_for_each_machine() {
    assertThat(machines())
        .hasKind(CONTROL, "machine.yaml", FileKind.TALOS_PATCH)
        .hasKind(CONTROL, "schematic.yaml", FileKind.TALOS_SCHEMATIC)
        .hasKind(CONTROL, "upgrade.sh", FileKind.SHELL)
        .hasKind(WORKER, "machine.yaml", FileKind.TALOS_PATCH)
        .hasKind(WORKER, "schematic.yaml", FileKind.TALOS_SCHEMATIC)
        .hasKind(WORKER, "upgrade.sh", FileKind.SHELL);
  }

  @Test
  void one_control_plane_machine_has_the_commands_that_make_the_cluster() {
    assertThat(machines())
        .hasKind(CONTROL, "install.sh", FileKind.SHELL)
        .writesNo(WORKER, "install.sh")
        .file(CONTROL, "install.sh")
        .contains(
            "talosctl gen config east https://10.9.0.9:6443 --talos-version v1.12.1 --kubernetes-version 1.35.0 ")
        .contains("configure east-1 controlplane 10.9.0.11\nconfigure east-2 worker 10.9.0.12\n")
        .contains("for address in 10.9.0.11; do\n")
        .contains("talosctl --endpoints 10.9.0.11 --nodes 10.9.0.11 bootstrap || true\n");
  }

  @Test
  void bootstrap_makes_the_cluster_by_these_commands() {
    assertThat(machines().bringUp())
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.commands())
                    .containsExactly("sh ../hosts/%s/install.sh --new".formatted(CONTROL.name())));
  }

  @Test
  void upgrades_kubernetes_from_one_control_plane_machine() {
    assertThat(machines())
        .writesNo(WORKER, "upgrade-kubernetes.sh")
        .file(CONTROL, "upgrade-kubernetes.sh")
        .contains(
            "talosctl --endpoints 10.9.0.11 --nodes 10.9.0.11 upgrade-k8s --to 1.35.0 \"$@\"\n");
  }

  @Test
  void an_upgrade_takes_the_image_that_a_new_machine_is_installed_from() {
    var image = TalosSchematic.of(TalosPlans.full()).installer(TalosPlans.full());
    var machines = machines();

    assertThat(image).startsWith("factory.talos.dev/metal-installer/").endsWith(":v1.12.1");
    assertThat(machines).file(CONTROL, "upgrade.sh").contains(" upgrade --image " + image + "\n");
    assertThat(machines).file(CONTROL, "machine.yaml").contains("\n    image: " + image + "\n");
  }

  @Test
  void a_machine_has_its_own_name_and_address_and_shares_that_of_the_api() {
    assertThat(machines())
        .file(CONTROL, "machine.yaml")
        .contains(
            """
            ---
            apiVersion: v1alpha1
            kind: HostnameConfig
            auto: "off"
            hostname: east-1
            ---
            apiVersion: v1alpha1
            kind: LinkConfig
            name: enp1s0
            up: true
            addresses:
              - address: 10.9.0.11/24
            routes:
              - gateway: 10.9.0.1
            ---
            apiVersion: v1alpha1
            kind: Layer2VIPConfig
            name: 10.9.0.9
            link: enp1s0
            ---
            apiVersion: v1alpha1
            kind: ResolverConfig
            nameservers:
              - address: 10.9.0.2
            ---
            apiVersion: v1alpha1
            kind: TimeSyncConfig
            ntp:
              servers:
                - time.cloudflare.com
            """)
        .contains(
            """
                nodeIP:
                  validSubnets:
                    - 10.9.0.0/24
                    - fd00:9::/64
                    - '!10.9.0.9/32'
            """);
  }

  @Test
  void disks_are_parted_as_planned() {
    assertThat(machines())
        .file(CONTROL, "machine.yaml")
        .contains("\n    disk: /dev/disk/by-id/ata-ssd\n")
        .endsWith(
            """
            ---
            apiVersion: v1alpha1
            kind: VolumeConfig
            name: EPHEMERAL
            provisioning:
              grow: false
              maxSize: 100GiB
            ---
            apiVersion: v1alpha1
            kind: UserVolumeConfig
            name: data
            provisioning:
              diskSelector:
                match: '"/dev/disk/by-id/ata-ssd" in disk.symlinks'
              minSize: 50GiB
            ---
            apiVersion: v1alpha1
            kind: RawVolumeConfig
            name: lvm
            provisioning:
              diskSelector:
                match: '"/dev/disk/by-id/nvme-disk" in disk.symlinks'
              minSize: 200GiB
              maxSize: 200GiB
            ---
            apiVersion: v1alpha1
            kind: RawVolumeConfig
            name: ceph
            provisioning:
              diskSelector:
                match: '"/dev/disk/by-id/nvme-disk" in disk.symlinks'
              minSize: 500GiB
            """);
  }

  @Test
  void the_network_and_names_of_the_cluster_are_left_to_components() {
    assertThat(machines())
        .file(CONTROL, "machine.yaml")
        .contains("    cni:\n      name: none\n")
        .contains("  proxy:\n    disabled: true\n")
        .contains("  coreDNS:\n    disabled: true\n")
        .contains("      forwardKubeDNSToHost: false\n")
        .contains("    podSubnets:\n      - 10.244.0.0/16\n")
        .contains("    serviceSubnets:\n      - 10.245.0.0/16\n")
        .contains("    clusterDNS:\n      - 10.245.0.10\n");
  }

  @Test
  void what_talos_brings_is_kept_where_nothing_takes_its_place() {
    var kept =
        TalosMachinesProps.builder()
            .plan(TalosPlans.cluster(CONTROL).talos(TalosPlans.full()).build())
            .ownNetwork(false)
            .ownDns(false);

    assertThat(machines(kept))
        .file(CONTROL, "machine.yaml")
        .doesNotContain("cni:", "proxy:", "coreDNS:")
        .contains("      forwardKubeDNSToHost: true\n");
  }

  @Test
  void the_certificate_of_the_api_is_good_for_all_its_addresses() {
    var pool = new LoadBalancerPool("east", IpRange.of("10.9.0.200", "10.9.0.249"));

    assertThat(machines(props().addApiAddresses(pool.reserve("kube-api", "10.9.0.249"))))
        .file(CONTROL, "machine.yaml")
        .contains("    endpoint: https://10.9.0.9:6443\n")
        .contains("    certSANs:\n      - 10.9.0.9\n      - 10.9.0.249\n");
  }

  @Test
  void pods_are_held_to_the_rules_of_the_planned_version_of_kubernetes() {
    assertThat(machines())
        .file(CONTROL, "machine.yaml")
        .contains("            enforce: baseline\n            enforce-version: v1.35\n")
        .contains("            namespaces:\n              - kube-system\n              - legacy\n");
  }

  @Test
  void workloads_and_load_balancers_use_control_plane_machines_where_they_may() {
    var label =
        "    node.kubernetes.io/exclude-from-external-load-balancers:\n      $patch: delete\n";

    assertThat(machines())
        .file(CONTROL, "machine.yaml")
        .contains("  allowSchedulingOnControlPlanes: true\n")
        .contains(label);
    assertThat(
            machines(props(TalosPlans.cluster(CONTROL).talos(TalosPlans.talos().build()).build())))
        .file(CONTROL, "machine.yaml")
        .contains("  allowSchedulingOnControlPlanes: false\n")
        .doesNotContain("nodeLabels");
  }

  @Test
  void what_only_the_control_plane_knows_is_not_told_to_workers() {
    assertThat(machines())
        .file(WORKER, "machine.yaml")
        .contains("  type: worker\n", "    endpoint: https://10.9.0.9:6443\n")
        .doesNotContain("apiServer", "etcd", "Layer2VIPConfig", "coreDNS", "allowScheduling");
  }

  @Test
  void containerd_keeps_layers_only_where_images_are_shared() {
    var kept =
        "        [plugins.\"io.containerd.cri.v1.images\"]\n          discard_unpacked_layers = false\n";

    assertThat(machines(props().sharedImages(true))).file(WORKER, "machine.yaml").contains(kept);
    assertThat(machines()).file(WORKER, "machine.yaml").doesNotContain("discard_unpacked_layers");
  }

  @Test
  void settings_of_the_kernel_come_from_the_plan() {
    assertThat(machines())
        .file(WORKER, "machine.yaml")
        .contains("  kernel:\n    modules:\n      - name: dm_thin_pool\n")
        .contains("  sysctls:\n    vm.nr_hugepages: \"1024\"\n")
        .contains("    kubePrism:\n      enabled: true\n      port: 7446\n");
  }

  @Test
  void other_ranges_of_pods_per_machine_are_told_to_the_controller_manager() {
    var small = TalosPlans.cluster(CONTROL).talos(TalosPlans.full()).nodePods(25);

    assertThat(machines(props(small.build())))
        .file(CONTROL, "machine.yaml")
        .contains("    extraArgs:\n      node-cidr-mask-size: \"25\"\n");
    var dual =
        TalosPlans.cluster(CONTROL)
            .talos(TalosPlans.full())
            .podsV6(Cidr.of("fd00:244::/56"))
            .servicesV6(Cidr.of("fd00:245::/112"))
            .nodePods(25)
            .nodePodsV6(66);
    assertThat(machines(props(dual.build())))
        .file(CONTROL, "machine.yaml")
        .contains(
            "    extraArgs:\n      node-cidr-mask-size-ipv4: \"25\"\n      node-cidr-mask-size-ipv6: \"66\"\n");
    assertThat(machines()).file(CONTROL, "machine.yaml").doesNotContain("extraArgs");
  }

  @Test
  void rejects_a_cluster_without_talos() {
    var props = TalosMachinesProps.builder().plan(TalosPlans.cluster(CONTROL).build());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(props::build)
        .withMessage(
            "cluster east does not run Talos: set talos in its plan, or leave this component out");
  }

  @Test
  void rejects_a_machine_without_a_disk_to_install_on() {
    assertRejected(
        NodePlan.controlPlane("east-1", "10.9.0.11"),
        "node east-1 has 0 disks for its operating system: give it one, DiskPlan.system(\"/dev/disk/by-id/…\")");
  }

  @Test
  void rejects_a_disk_that_changes_its_name() {
    assertRejected(
        CONTROL.with(DiskPlan.system("/dev/sda")),
        "disk '/dev/sda' of node east-1 may have another name after a reboot: plan it as /dev/disk/by-id/…");
  }

  @Test
  void rejects_a_disk_whose_rest_is_given_away_twice() {
    assertRejected(
        CONTROL.with(
            DiskPlan.system(TalosPlans.SSD),
            DiskPlan.folders("data", DiskPlan.Partition.rest(TalosPlans.SSD, Quantity.gi(50)))),
        "the system and data of node east-1 each take the rest of /dev/disk/by-id/ata-ssd: give all but one a size");
  }

  private static void assertRejected(NodePlan node, String message) {
    var props =
        TalosMachinesProps.builder()
            .plan(TalosPlans.cluster(node).talos(TalosPlans.full()).build());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(props::build)
        .withMessage(message);
  }

  private static TalosMachinesProps.Builder props() {
    return props(TalosPlans.cluster(CONTROL, WORKER).talos(TalosPlans.full()).build());
  }

  private static TalosMachinesProps.Builder props(ClusterPlan plan) {
    return TalosMachinesProps.builder().plan(plan);
  }

  private static TalosMachines machines() {
    return machines(props());
  }

  private static TalosMachines machines(TalosMachinesProps.Builder props) {
    return new TalosMachines(new App(), "talos", props.build());
  }
}

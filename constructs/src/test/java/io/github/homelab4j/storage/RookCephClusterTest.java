package io.github.homelab4j.storage;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.crd.ceph.CephVolumes;
import io.github.homelab4j.crd.ceph.DeviceClass;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class RookCephClusterTest {
  private final App app = new App();
  private final RookCeph rook = StorageFixtures.rook(app);
  private final CephCsiDrivers drivers = StorageFixtures.drivers(app, rook);

  private RookCephClusterProps.Builder props() {
    return RookCephClusterProps.builder().operator(rook.operator()).drivers(drivers.drivers());
  }

  private RookCephCluster cluster() {
    return new RookCephCluster(
        app, "rook-ceph-cluster", props().addAllNodes(StorageFixtures.nodes(3)).build());
  }

  @Test
  void runs_three_monitors_and_two_managers_on_the_nodes_own_network() {
    assertThat(cluster())
        .values()
        .has("/cephClusterSpec/mon/count", 3)
        .has("/cephClusterSpec/mon/allowMultiplePerNode", false)
        .has("/cephClusterSpec/mgr/count", 2)
        .has("/cephClusterSpec/network/provider", "host");
  }

  @Test
  void stays_when_it_leaves_the_stack() {
    assertThat(cluster())
        .resource("HelmRelease", "rook-ceph-cluster")
        .has("/metadata/annotations/kustomize.toolkit.fluxcd.io~1prune", "disabled");
  }

  @Test
  void gives_ceph_the_planned_disks_and_no_others() {
    assertThat(cluster())
        .values()
        .has("/cephClusterSpec/storage/useAllNodes", false)
        .has("/cephClusterSpec/storage/useAllDevices", false)
        .has("/cephClusterSpec/storage/nodes/0/name", "infra-1")
        .has("/cephClusterSpec/storage/nodes/0/devices/0/name", "/dev/disk/by-partlabel/r-ceph")
        .hasNo("/cephClusterSpec/storage/nodes/0/devices/1")
        .has("/cephClusterSpec/storage/nodes/2/name", "infra-3");
  }

  @Test
  void keeps_three_copies_on_different_hosts() {
    assertThat(cluster())
        .values()
        .has("/cephBlockPools/0/spec/replicated/size", 3)
        .has("/cephBlockPools/0/spec/failureDomain", "host")
        .has("/cephFileSystems/0/spec/metadataPool/replicated/size", 3)
        .has("/cephFileSystems/0/spec/dataPools/0/replicated/size", 3)
        .has("/cephFileSystems/0/spec/dataPools/0/failureDomain", "host");
  }

  @Test
  void puts_the_managers_pool_on_disks_of_the_class_that_all_others_name() {
    assertThat(cluster())
        .values()
        .has("/cephBlockPools/1/spec/name", ".mgr")
        .has("/cephBlockPools/1/spec/deviceClass", "nvme")
        .has("/cephBlockPools/1/spec/replicated/size", 3)
        .has("/cephBlockPools/1/storageClass/enabled", false);
  }

  @Test
  void puts_the_metadata_server_and_its_follower_on_different_hosts() {
    assertThat(cluster())
        .values()
        .has("/cephFileSystems/0/spec/metadataServer/activeCount", 1)
        .has("/cephFileSystems/0/spec/metadataServer/activeStandby", true)
        .at(
            "/cephFileSystems/0/spec/metadataServer/placement/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0")
        .has("/topologyKey", "kubernetes.io/hostname")
        .has("/labelSelector/matchLabels/rook_file_system", "rook-ceph-filesystem");
  }

  @Test
  void provides_the_classes_that_its_chart_makes() {
    var cluster = cluster();
    assertThat(cluster)
        .values()
        .has("/cephBlockPools/0/storageClass/name", cluster.block().name())
        .has("/cephBlockPools/0/storageClass/isDefault", true)
        .has("/cephFileSystems/0/storageClass/name", cluster.filesystem().name())
        .has("/cephBlockPoolsVolumeSnapshotClass/name", cluster.blockSnapshots().name())
        .has("/cephFileSystemVolumeSnapshotClass/name", cluster.filesystemSnapshots().name());
    assertThat(cluster.filesystem().shared()).isTrue();
    assertThat(cluster.block().provider().component()).contains(cluster);
  }

  @Test
  void leaves_out_the_object_store_that_the_chart_would_make() {
    assertThat(cluster()).values().has("/cephObjectStores", "[]");
  }

  @Test
  void waits_for_what_rook_makes_alive() {
    var checks = cluster().healthChecks();
    assertThat(checks)
        .extracting("kind")
        .containsExactly("HelmRelease", "CephCluster", "CephBlockPool", "CephFilesystem");
    assertThat(checks.get(1).health().map(Health::current))
        .contains("has(status.phase) && status.phase in ['Ready', 'Connected']");
  }

  @Test
  void waits_only_for_what_is_known_to_come_from_its_chart() {
    var cluster = cluster();
    var facts =
        cluster.facts().stream()
            .map(fact -> fact.kind() + " " + fact.namespace() + "/" + fact.name())
            .toList();
    assertThat(cluster.healthChecks())
        .filteredOn(check -> !check.kind().equals("HelmRelease"))
        .allSatisfy(
            check ->
                assertThat(facts)
                    .contains(check.kind() + " " + check.namespace() + "/" + check.name()));
  }

  @Test
  void needs_the_monitors_kind_only_when_it_is_scraped() {
    var unscraped =
        new RookCephCluster(
            app, "quiet", props().addAllNodes(StorageFixtures.nodes(3)).metrics(false).build());
    assertThat(unscraped.uses()).containsExactly("snapshot.storage.k8s.io");
    assertThat(unscraped).values().has("/monitoring/createPrometheusRules", false);
  }

  @Test
  void tells_flash_what_is_free_and_rotating_disks_nothing() {
    assertThat(cluster())
        .values()
        .has("/cephClusterSpec/cephConfig/global/bdev_enable_discard", "true");
    var rotating =
        new RookCephCluster(
            app,
            "hdd",
            props().addAllNodes(StorageFixtures.nodes(3)).deviceClass(DeviceClass.HDD).build());
    assertThat(rotating)
        .values()
        .hasNo("/cephClusterSpec/cephConfig")
        .has("/cephBlockPools/0/spec/deviceClass", "hdd");
  }

  @Test
  void routes_to_the_dashboard_only_when_it_has_a_host_name() {
    assertThat(cluster()).emitsNo("HTTPRoute");
    var names = Hostname.of("*.example.org");
    var listener =
        new ListenerRef(
            "internal",
            "kube-system",
            "https",
            names,
            Ip.of("192.0.2.200"),
            Provider.external("the test"));
    var dashboard = new RookCephClusterProps.Dashboard(Hostname.of("ceph.example.org"), listener);
    var routed =
        new RookCephCluster(
            app,
            "routed",
            props().addAllNodes(StorageFixtures.nodes(3)).dashboard(dashboard).build());
    assertThat(routed)
        .resource("HTTPRoute", "routed-dashboard")
        .at("/spec/rules/0/backendRefs/0")
        .has("/name", "rook-ceph-mgr-dashboard")
        .has("/port", 7000);
  }

  @Test
  void exports_the_pools_that_it_makes() {
    var cluster = cluster();
    var export = cluster.export();
    assertThat(cluster)
        .values()
        .has("/cephBlockPools/0/name", export.blockPool())
        .has("/cephFileSystems/0/name", export.filesystem());
    assertThat(export.filesystemPool()).isEqualTo("rook-ceph-filesystem-data0");
  }

  @Test
  void mounts_with_the_logins_that_rook_makes() {
    assertThat(cluster())
        .values()
        .at("/cephBlockPools/0/storageClass/parameters")
        .has("/csi.storage.k8s.io~1node-stage-secret-name", CephVolumes.RBD_NODE)
        .has("/csi.storage.k8s.io~1provisioner-secret-namespace", "rook-ceph");
  }

  @Test
  void rejects_more_copies_than_nodes_with_disks() {
    var builder =
        props().addAllNodes(StorageFixtures.nodes(2)).addNodes(StorageFixtures.node(3)).monitors(3);
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(builder::build)
        .withMessage(
            "replicas is 3 but only 2 nodes have disks for Ceph (infra-1, infra-2): plan disks on more nodes or lower replicas");
  }

  @Test
  void rejects_an_even_number_of_monitors() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addAllNodes(StorageFixtures.nodes(3)).monitors(2).build())
        .withMessage("monitors is 2 on 3 nodes: take an odd number of at most one a node");
  }

  @Test
  void rejects_more_managers_than_nodes() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addAllNodes(StorageFixtures.nodes(3)).managers(4).build())
        .withMessage("managers is 4 on 3 nodes: take 1 to one a node");
  }

  @Test
  void rejects_device_names_that_change_with_a_reboot() {
    var node = StorageFixtures.node(1, new DiskPlan("/dev/nvme0n1", DiskPlan.Use.CEPH));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addNodes(node).monitors(1).managers(1).replicas(1).build())
        .withMessageStartingWith("disks [/dev/nvme0n1] may have another name after a reboot");
  }

  @Test
  void rejects_drivers_that_its_storage_classes_do_not_ask_for() {
    var other =
        new CephDrivers("storage.rbd.csi.ceph.com", "storage.cephfs.csi.ceph.com", rook.operator());
    var builder =
        RookCephClusterProps.builder()
            .operator(rook.operator())
            .drivers(other)
            .addAllNodes(StorageFixtures.nodes(3));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(builder::build)
        .withMessageContaining(
            "storage.rbd.csi.ceph.com, but storage classes of operator rook-ceph ask for rook-ceph.rbd.csi.ceph.com");
  }

  @Test
  void rejects_another_namespace_than_the_operators() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                props()
                    .addAllNodes(StorageFixtures.nodes(3))
                    .namespace(NamespaceRef.of("ceph"))
                    .build())
        .withMessageStartingWith(
            "the cluster is in namespace ceph and operator rook-ceph in rook-ceph");
  }
}

package io.github.homelab4j.hosts;

import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.DiskPlan.Partition;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.TalosPlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Quantity;
import io.github.homelab4j.unit.Version;

/** Clusters of machines with Talos, to test with. */
final class TalosPlans {
  static final String SSD = "/dev/disk/by-id/ata-ssd";
  static final String NVME = "/dev/disk/by-id/nvme-disk";

  private TalosPlans() {}

  /** A control-plane machine that does everything. */
  static NodePlan control() {
    return NodePlan.controlPlane("east-1", "10.9.0.11")
        .with(
            DiskPlan.system(SSD, Quantity.gi(100)),
            DiskPlan.folders("data", Partition.rest(SSD, Quantity.gi(50))),
            DiskPlan.raw("lvm", DiskPlan.Use.LVM, Partition.of(NVME, Quantity.gi(200))),
            DiskPlan.raw("ceph", DiskPlan.Use.CEPH, Partition.rest(NVME, Quantity.gi(500))));
  }

  static NodePlan worker() {
    return NodePlan.worker("east-2", "10.9.0.12").with(DiskPlan.system(SSD));
  }

  /** As little as there is to say. */
  static TalosPlan.Builder talos() {
    return TalosPlan.builder().version(Version.of("v1.12.1")).networkInterface("enp1s0");
  }

  /** Everything that can be said. */
  static TalosPlan full() {
    return talos()
        .kubePrism(Port.of(7446))
        .workloadsOnControlPlane(true)
        .addExtensions("siderolabs/intel-ucode")
        .addKernelArguments("intel_iommu=on")
        .addKernelModules("dm_thin_pool")
        .putSysctl("vm.nr_hugepages", "1024")
        .addTimeServers(Hostname.of("time.cloudflare.com"))
        .addPrivilegedNamespaces("legacy")
        .build();
  }

  static ClusterPlan.Builder cluster(NodePlan... nodes) {
    var lan =
        Network.builder()
            .name("lan")
            .addRanges(Cidr.of("10.9.0.0/24"), Cidr.of("fd00:9::/64"))
            .addGateways(Ip.of("10.9.0.1"))
            .addDns(Ip.of("10.9.0.2"))
            .build();
    return ClusterPlan.builder()
        .name("east")
        .purpose("a cluster to test with")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(lan)
        .addNodes(nodes)
        .pods(Cidr.of("10.244.0.0/16"))
        .services(Cidr.of("10.245.0.0/16"))
        .apiEndpoint(Ip.of("10.9.0.9"));
  }
}

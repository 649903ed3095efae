package io.github.homelab4j.hosts;

import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Version;

/** Two machines of a cluster, and one beside it. */
final class Pis {
  static final HostPlan BOX =
      HostPlan.builder()
          .name("box")
          .purpose("disks and names")
          .addAddresses(Ip.of("10.9.0.11"))
          .addServices(
              HostService.udp("dns", 53, "names"),
              HostService.tcp("iscsi", 3260, "disks"),
              HostService.tcp("node-exporter", 9100, "metrics"),
              HostService.tcp("ssh", 22, "administration"))
          .build();
  static final Network LAN =
      Network.builder()
          .name("lan")
          .addRanges(Cidr.of("10.9.0.0/24"))
          .addGateways(Ip.of("10.9.0.1"))
          .addDns(BOX.address())
          .build();
  static final NodePlan FIRST = NodePlan.controlPlane("pi-1", "10.9.0.12");
  static final NodePlan SECOND = NodePlan.worker("pi-2", "10.9.0.13");
  static final ClusterPlan CLUSTER = cluster("1.35.0").addNodes(FIRST, SECOND).build();
  static final SecretStoreRef STORE = new SecretStoreRef("vault", Provider.external("the owner"));

  private Pis() {}

  /** The cluster without its machines. */
  static ClusterPlan.Builder cluster(String version) {
    return ClusterPlan.builder()
        .name("pi")
        .purpose("Two machines.")
        .kubernetesVersion(Version.of(version))
        .nodeNetwork(LAN)
        .pods(Cidr.of("10.42.0.0/16"))
        .services(Cidr.of("10.43.0.0/16"))
        .apiEndpoint(FIRST.address());
  }
}

package io.github.homelab4j.example;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Version;
import java.util.List;
import software.constructs.Construct;

/** A cluster whose components the test composes. */
public final class Stack extends Cluster {
  private static final Network LAN = Network.lan("lan", "192.0.2.0/24");

  /** An empty cluster. */
  public Stack(Construct scope, String name) {
    super(scope, plan(name));
  }

  // Two clusters in one LAN, each with addresses of its own.
  static ClusterPlan plan(String name) {
    var number = name.equals("one") ? 1 : 2;
    return ClusterPlan.builder()
        .name(name)
        .purpose("An example.")
        .kubernetesVersion(Version.of("1.35.0"))
        .nodeNetwork(LAN)
        .addNodes(new NodePlan(name + "-1", Ip.of("192.0.2.10").plus(number), true, List.of()))
        .pods(Cidr.of("10.1%d.0.0/16".formatted(number)))
        .services(Cidr.of("10.2%d.0.0/16".formatted(number)))
        .apiEndpoint(Ip.of("192.0.2.20").plus(number))
        .addPools(
            LAN.pool(name, "192.0.2.1%s0".formatted(number), "192.0.2.1%s9".formatted(number)))
        .build();
  }

  /** Exports a service. */
  public ServiceRef exporting(ServiceRef service) {
    return export(new Exports(service)).service();
  }

  /** Makes a namespace a tenant. */
  public Stack withTenant(String namespace) {
    tenant(NamespaceRef.of(namespace));
    return this;
  }

  record Exports(ServiceRef service) {}
}

package io.github.homelab4j.database;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.plan.Network;
import io.github.homelab4j.unit.Version;
import org.cdk8s.App;

/** A cluster called {@code infra} that exports what its tests say. */
final class Infra extends Cluster {
  Infra() {
    super(
        new App(),
        ClusterPlan.builder()
            .name("infra")
            .purpose("Tests.")
            .kubernetesVersion(Version.of("1.35.0"))
            .nodeNetwork(Network.lan("lan", "10.0.0.0/24"))
            .pods(Cidr.of("10.244.0.0/16"))
            .services(Cidr.of("10.245.0.0/16"))
            .apiEndpoint(Ip.of("10.0.0.9"))
            .addPools(new LoadBalancerPool("infra", IpRange.of("10.0.0.200", "10.0.0.249")))
            .build());
  }

  <T extends Record> T exports(T references) {
    return export(references);
  }
}

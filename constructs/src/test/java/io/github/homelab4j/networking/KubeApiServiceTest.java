package io.github.homelab4j.networking;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;

import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class KubeApiServiceTest {
  @Test
  void balances_over_the_api_servers_at_the_address_of_the_plan() {
    var address =
        new LoadBalancerPool("east", IpRange.of("10.9.0.200", "10.9.0.249"))
            .reserve("kube-api", "10.9.0.249");
    var props =
        KubeApiServiceProps.builder()
            .address(address)
            .loadBalancers(new OperatorRef("cilium", Provider.external("a test")))
            .build();
    assertThat(new KubeApiService(new App(), "kube-api", props))
        .resource("Service", "kube-api")
        .has("/metadata/namespace", "kube-system")
        .has("/metadata/annotations/lbipam.cilium.io~1ips", "10.9.0.249")
        .has("/spec/type", "LoadBalancer")
        .has("/spec/externalTrafficPolicy", "Cluster")
        .has("/spec/selector/k8s-app", "kube-apiserver")
        .has("/spec/selector/tier", "control-plane")
        .has("/spec/ports/0/port", 6443)
        .has("/spec/ports/0/targetPort", 6443);
  }
}

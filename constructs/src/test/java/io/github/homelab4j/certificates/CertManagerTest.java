package io.github.homelab4j.certificates;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.Ip;
import java.util.List;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class CertManagerTest {
  private final App app = new App();

  @Test
  void keeps_one_of_two_copies_of_each_part_during_a_drain() {
    var certs = new CertManager(app, "cert-manager", CertManagerProps.builder().build());
    assertThat(certs)
        .values()
        .has("/replicaCount", 2)
        .has("/podDisruptionBudget/enabled", true)
        .has("/webhook/replicaCount", 2)
        .has("/webhook/podDisruptionBudget/enabled", true)
        .has("/cainjector/replicaCount", 2)
        .has("/cainjector/podDisruptionBudget/enabled", true)
        .has(
            "/webhook/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1component",
            "webhook");
  }

  @Test
  void brings_its_definitions_and_no_secret() {
    var certs = new CertManager(app, "cert-manager", CertManagerProps.builder().build());
    assertThat(certs).values().has("/crds/enabled", true);
    assertThat(certs).emitsNo("ExternalSecret");
    assertThat(certs.installs()).contains("cert-manager.io");
  }

  @Test
  void asks_resolvers_outside_only_when_it_is_given_some() {
    var inside = new CertManager(app, "a", CertManagerProps.builder().build());
    assertThat(inside)
        .values()
        .hasNo("/dns01RecursiveNameservers")
        .has("/dns01RecursiveNameserversOnly", false);
    var resolvers = List.of(Ip.of("1.1.1.1"), Ip.of("2606:4700:4700::1111"));
    assertThat(
            new CertManager(
                app, "b", CertManagerProps.builder().addAllResolvers(resolvers).build()))
        .values()
        .has("/dns01RecursiveNameservers", "1.1.1.1:53,[2606:4700:4700::1111]:53")
        .has("/dns01RecursiveNameserversOnly", true);
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> CertManagerProps.builder().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

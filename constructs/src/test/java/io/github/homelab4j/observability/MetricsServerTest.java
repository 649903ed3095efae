package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
  @Test
  void runs_two_copies_of_which_one_may_be_drained() {
    var server =
        new MetricsServer(new App(), "metrics-server", MetricsServerProps.builder().build());
    assertThat(server)
        .values()
        .has("/replicas", 2)
        .has("/podDisruptionBudget/enabled", true)
        .has("/podDisruptionBudget/maxUnavailable", 1)
        .has("/topologySpreadConstraints/0/topologyKey", "kubernetes.io/hostname");
  }

  @Test
  void trusts_the_kubelets_own_certificates_unless_told_otherwise() {
    var app = new App();
    assertThat(new MetricsServer(app, "a", MetricsServerProps.builder().build()))
        .values()
        .has("/args/0", "--kubelet-insecure-tls");
    assertThat(
            new MetricsServer(app, "b", MetricsServerProps.builder().verifyKubelets(true).build()))
        .values()
        .hasNo("/args");
  }

  @Test
  void needs_the_monitors_kind_only_when_it_has_a_monitor() {
    var app = new App();
    assertThat(new MetricsServer(app, "a", MetricsServerProps.builder().build()).uses())
        .containsExactly("monitoring.coreos.com");
    assertThat(
            new MetricsServer(app, "b", MetricsServerProps.builder().metrics(false).build()).uses())
        .isEmpty();
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> MetricsServerProps.builder().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

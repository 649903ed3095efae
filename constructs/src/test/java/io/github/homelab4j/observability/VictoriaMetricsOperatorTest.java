package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class VictoriaMetricsOperatorTest {
  private final VictoriaMetricsOperator operator =
      new VictoriaMetricsOperator(
          new App(), "victoria-metrics-operator", VictoriaMetricsOperatorProps.builder().build());

  @Test
  void converts_the_prometheus_operators_kinds_and_removes_what_it_converted() {
    assertThat(operator)
        .values()
        .has("/operator/disable_prometheus_converter", false)
        .has("/operator/enable_converter_ownership", true);
    assertThat(operator.uses()).containsExactly("monitoring.coreos.com");
  }

  @Test
  void keeps_its_definitions_out_of_the_release() {
    assertThat(operator).values().has("/crds/plain", true);
    assertThat(operator.installs()).containsExactly("operator.victoriametrics.com");
  }

  @Test
  void is_scraped_by_a_kind_that_is_there_before_its_own_webhook() {
    assertThat(operator)
        .values()
        .has("/serviceMonitor/enabled", true)
        .has("/serviceMonitor/vm", false);
  }

  @Test
  void leaves_the_prometheus_kinds_to_their_one_owner() {
    var crds =
        new PrometheusOperatorCrds(
            new App(), "prometheus-operator-crds", PrometheusOperatorCrdsProps.builder().build());
    assertThat(crds.installs()).containsExactly("monitoring.coreos.com");
    assertThat(crds.uses()).isEmpty();
  }
}

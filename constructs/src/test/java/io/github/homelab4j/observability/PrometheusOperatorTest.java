package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.PodSecurity;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class PrometheusOperatorTest {
  private final PrometheusOperatorProps.Builder props = PrometheusOperatorProps.builder();

  private PrometheusOperator operator() {
    return new PrometheusOperator(new App(), "prometheus-operator", props.build());
  }

  @Test
  void is_the_operator_alone_of_all_that_its_chart_can_bring() {
    assertThat(operator())
        .values()
        .has("/crds/enabled", false)
        .has("/prometheus/enabled", false)
        .has("/alertmanager/enabled", false)
        .has("/grafana/enabled", false)
        .has("/kubeStateMetrics/enabled", false)
        .has("/nodeExporter/enabled", false)
        .has("/defaultRules/create", false);
  }

  @Test
  void has_kubelets_and_their_containers_scraped_every_30_s() {
    assertThat(operator())
        .values()
        .has("/kubernetesServiceMonitors/enabled", true)
        .has("/kubelet/serviceMonitor/interval", "30s")
        .has("/prometheusOperator/kubeletService/name", "prometheus-operator-kubelet")
        .has("/prometheusOperator/kubeletEndpointSliceEnabled", true);
  }

  @Test
  void leaves_the_kubernetes_api_out_where_kubelets_tell_its_metrics_too() {
    assertThat(operator()).values().has("/kubeApiServer/enabled", true);
    props.apiServer(false);
    assertThat(operator()).values().has("/kubeApiServer/enabled", false);
  }

  @Test
  void refuses_no_rules_while_it_is_away() {
    assertThat(operator())
        .values()
        .has("/prometheusOperator/admissionWebhooks/enabled", false)
        .has("/prometheusOperator/tls/enabled", false);
  }

  @Test
  void leaves_the_kinds_to_their_owner() {
    assertThat(operator().installs()).isEmpty();
    assertThat(operator().uses()).containsExactly("monitoring.coreos.com");
    assertThat(operator().podSecurity()).isEqualTo(PodSecurity.RESTRICTED);
  }
}

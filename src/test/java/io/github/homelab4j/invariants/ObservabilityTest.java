package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics, alerts and logs of infra-apps. */
class ObservabilityTest {
  /** infra-apps.md:365-366: "Scrapes ServiceMonitors", "Scrapes PodMonitors". */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 55, lines = "364-366")
  void vmagent_scrapes_service_monitors_and_pod_monitors(String cluster) {
    // The operator turns Prometheus' kinds into its own, and the agent takes all of those.
    assertThat(
            Lab.value(
                    cluster,
                    "observability/victoria-metrics-operator",
                    "/operator/disable_prometheus_converter")
                .asBoolean(true))
        .isFalse();
    var agent = Lab.object(cluster, "VMAgent observability/main").at("/spec");
    assertThat(agent.path("selectAllByDefault").asBoolean()).isTrue();
    for (var kind : new String[] {"serviceScrape", "podScrape"}) {
      assertThat(agent.has(kind + "Selector")).isFalse();
      assertThat(agent.has(kind + "NamespaceSelector")).isFalse();
    }
    assertThat(Lab.objects("PodMonitor").stream().filter(each -> each.cluster().equals(cluster)))
        .as("pod monitors of %s", cluster)
        .isNotEmpty();
    assertThat(
            Lab.value(cluster, "kube-system/cilium", "/prometheus/serviceMonitor/enabled")
                .asBoolean())
        .isTrue();
  }

  /** infra-apps.md:369-370: "VMAlert", "PrometheusRule evaluation". */
  @Test
  @Invariant(value = 56, lines = "369-370")
  void vmalert_evaluates_prometheus_rules() {
    var alert = Lab.object(Lab.INFRA, "VMAlert observability/main").at("/spec");
    assertThat(alert.path("selectAllByDefault").asBoolean()).isTrue();
    assertThat(alert.has("ruleSelector")).isFalse();
    assertThat(alert.has("ruleNamespaceSelector")).isFalse();
    assertThat(alert.at("/datasource/url").asText())
        .isEqualTo("http://vmsingle-main.observability.svc.cluster.local:8428");
    assertThat(Lab.objects("PrometheusRule"))
        .allMatch(rule -> rule.cluster().equals(Lab.INFRA))
        .allMatch(rule -> !rule.tree().findValuesAsText("alert").isEmpty());
  }

  /** infra-apps.md:384-385: "Collects container logs", "Ships to Victoria Logs". */
  @ParameterizedTest
  @ValueSource(strings = {"infra", "apps"})
  @Invariant(value = 57, lines = "380-385")
  void fluent_bit_sends_all_container_logs_to_victoria_logs(String cluster) {
    var config = Lab.value(cluster, "observability-agents/fluent-bit", "/config");
    assertThat(config.path("inputs").asText())
        .containsOnlyOnce("[INPUT]")
        .contains("Path /var/log/containers/*.log\n");
    // Its own logs would feed themselves.
    assertThat(
            config
                .path("inputs")
                .asText()
                .lines()
                .filter(line -> line.contains("Exclude_Path"))
                .map(String::strip))
        .containsExactly(
            "Exclude_Path /var/log/containers/fluent-bit-*_observability-agents_*.log");
    assertThat(config.path("outputs").asText())
        .contains("Match *\n", "Host victoria-logs.", "Port 9428\n", "Retry_Limit no_limits\n");
    assertThat(
            Lab.value(cluster, "observability-agents/fluent-bit", "/daemonSetVolumes").toString())
        .contains("\"/var/log\"");
  }
}

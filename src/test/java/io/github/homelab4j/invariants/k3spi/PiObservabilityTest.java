package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.invariants.Invariant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics and alerts of k3s-pi. */
class PiObservabilityTest {
  /** k3s-pi.md:595 and 660: "Scrape every 30s", "Retention: 15 days", "every 1m". */
  @Test
  @Invariant(value = 44, lines = "595, 645-650, 660")
  void prometheus_scrapes_keeps_and_evaluates_as_documented() {
    var spec = Pi.object("Prometheus monitoring/prometheus").at("/spec");
    assertThat(spec.path("scrapeInterval").asText()).isEqualTo("30s");
    assertThat(spec.path("retention").asText()).isEqualTo("15d");
    assertThat(spec.path("evaluationInterval").asText()).isEqualTo("1m");
  }

  /** k3s-pi.md:609: "Apps --> SM"; 645: "app:8080/metrics every 30s". */
  @ParameterizedTest
  @ValueSource(strings = {"pod-a", "pod-b", "pod-c"})
  @Invariant(value = 45, lines = "609-613")
  void applications_are_scraped_by_service_monitor(String application) {
    var endpoint =
        PiWithApplication.object("ServiceMonitor my-app/" + application).at("/spec/endpoints/0");
    assertThat(endpoint.path("path").asText()).isEqualTo("/metrics");
    assertThat(endpoint.path("interval").asText()).isEqualTo("30s");
    assertThat(
            PiWithApplication.object("Service my-app/" + application)
                .at("/spec/ports/0/port")
                .asInt())
        .isEqualTo(8080);
  }

  /** k3s-pi.md:610-613: "Kubelets --> SM", "KSM --> SM", "NodeExp --> PM", "ExtNode --> Prom". */
  @Test
  @Invariant(value = 45, lines = "609-613")
  void everything_else_is_scraped_in_the_way_that_is_drawn() {
    var operator = Pi.value("monitoring/prometheus-operator", "");
    assertThat(operator.at("/kubernetesServiceMonitors/enabled").asBoolean()).isTrue();
    assertThat(operator.at("/kubelet/enabled").asBoolean(true)).isTrue();
    assertThat(operator.at("/kubelet/serviceMonitor/interval").asText()).isEqualTo("30s");
    assertThat(Pi.value("monitoring/kube-state-metrics", "/prometheus/monitor/enabled").asBoolean())
        .isTrue();
    var exporter = Pi.value("observability-agents/node-exporter", "/prometheus");
    assertThat(exporter.at("/podMonitor/enabled").asBoolean()).isTrue();
    assertThat(exporter.at("/monitor/enabled").asBoolean(false)).isFalse();
    assertThat(
            Pi.texts(
                Pi.object("ScrapeConfig monitoring/node1-node-exporter")
                    .at("/spec/staticConfigs/0/targets")))
        .containsExactly("10.0.0.11:9100");
  }

  /** k3s-pi.md:592-593: monitors of all namespaces are Prometheus' own. */
  @ParameterizedTest
  @ValueSource(strings = {"serviceMonitor", "podMonitor", "scrapeConfig"})
  @Invariant(value = 45, lines = "609-613")
  void prometheus_takes_the_monitors_of_all_namespaces(String kind) {
    var spec = Pi.object("Prometheus monitoring/prometheus").at("/spec");
    for (var selector : List.of(kind + "Selector", kind + "NamespaceSelector")) {
      assertThat(spec.path(selector)).as(selector).isEmpty();
      assertThat(spec.has(selector)).as(selector).isTrue();
    }
  }

  /** k3s-pi.md:548 and 552: "prometheus.monitoring", "Returns: ClusterIP". */
  @Test
  @Invariant(value = 46, lines = "548, 552")
  void prometheus_answers_under_its_name_inside() {
    var service = Pi.object("Service monitoring/prometheus").at("/spec");
    assertThat(service.path("clusterIP").asText("")).isNotEqualTo("None");
    assertThat(service.path("type").asText("ClusterIP")).isEqualTo("ClusterIP");
    assertThat(service.at("/ports/0/port").asInt()).isEqualTo(9090);
    assertThat(service.at("/selector/app.kubernetes.io~1name").asText()).isEqualTo("prometheus");
  }

  /** k3s-pi.md:546-561: "Pod A (my-app namespace)" asks it, and "Prometheus Pod" answers. */
  @Test
  @Invariant(value = 46, lines = "548, 552")
  void every_pod_may_ask_prometheus() {
    assertThat(
            Pi.items(Pi.object("CiliumNetworkPolicy monitoring/namespace").at("/spec/ingress"))
                .filter(rule -> Pi.texts(rule.path("fromEntities")).contains("cluster"))
                .flatMap(rule -> rule.at("/toPorts/0/ports").findValuesAsText("port").stream()))
        .containsExactly("9090");
  }

  /** k3s-pi.md:606: "Slack", "Email", "PagerDuty", "Webhook"; 664: "Send to Slack". */
  @Test
  @Invariant(value = 47, lines = "606, 664")
  void alerts_go_to_slack() {
    assertThat(receivers(Pi.cluster()))
        .singleElement()
        .satisfies(receiver -> assertThat(receiver.has("slackConfigs")).isTrue());
  }

  /** k3s-pi.md:606; that is one homelab of these tests, which has all that others only could. */
  @ParameterizedTest
  @ValueSource(strings = {"slackConfigs", "emailConfigs", "pagerdutyConfigs", "webhookConfigs"})
  @Invariant(value = 47, lines = "606, 664")
  void the_same_construct_can_tell_people_in_all_four_ways(String way) {
    assertThat(
            Fleet.of("planned").stream()
                .flatMap(cluster -> receivers(cluster).stream())
                .filter(receiver -> receiver.has(way)))
        .isNotEmpty();
  }

  private static List<JsonNode> receivers(FleetCluster cluster) {
    return cluster
        .objects()
        .filter(object -> object.kind().equals("AlertmanagerConfig"))
        .flatMap(object -> Pi.items(object.at("/spec/receivers")))
        .toList();
  }
}

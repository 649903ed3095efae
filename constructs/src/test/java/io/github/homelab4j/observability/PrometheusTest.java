package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.AlertsRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusTest {
  private final PrometheusProps.Builder props =
      PrometheusProps.builder().operator(Lab.OPERATOR).storage(Lab.DISK);

  private Prometheus prometheus() {
    return new Prometheus(new Lab(), "prometheus", props.build());
  }

  private static Published published(String path) {
    return new Published(Hostname.of("monitoring.example.org"), Lab.LISTENER, path);
  }

  @Test
  void scrapes_every_30_s_evaluates_every_minute_and_keeps_15_days() {
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .has("/spec/scrapeInterval", "30s")
        .has("/spec/evaluationInterval", "1m")
        .has("/spec/retention", "15d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serviceMonitor", "podMonitor", "probe", "scrapeConfig", "rule"})
  void takes_every_target_and_rule_of_every_namespace(String kind) {
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .has("/spec/" + kind + "Selector", "{}")
        .has("/spec/" + kind + "NamespaceSelector", "{}");
  }

  @Test
  void keeps_samples_on_a_volume_with_room_to_write() {
    props.size(Quantity.gi(10));
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .has("/spec/retentionSize", "8192MB")
        .at("/spec/storage/volumeClaimTemplate")
        .hasNo("/kind")
        .has("/spec/storageClassName", "openebs-hostpath")
        .has("/spec/resources/requests/storage", "10Gi");
  }

  @Test
  void samples_and_alerts_carry_the_name_of_their_cluster() {
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .has("/spec/externalLabels/cluster", "apps")
        .at("/spec/scrapeClasses/0")
        .has("/default", true)
        .has("/relabelings/0/targetLabel", "cluster")
        .has("/relabelings/0/replacement", "apps");
  }

  @Test
  void is_reached_by_a_service_of_its_own_name() {
    var prometheus = prometheus();
    assertThat(prometheus.service().host()).isEqualTo("prometheus.monitoring.svc.cluster.local");
    assertThat(prometheus)
        .resource("Service", "prometheus")
        .has("/spec/ports/0/port", 9090)
        .has("/spec/ports/0/targetPort", "web")
        .at("/spec/selector")
        .has("/app.kubernetes.io~1name", "prometheus")
        .has("/app.kubernetes.io~1instance", "prometheus");
  }

  @Test
  void answers_below_the_path_that_it_is_published_at() {
    props.published(published("/prometheus"));
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .has("/spec/externalUrl", "https://monitoring.example.org/prometheus")
        .has("/spec/routePrefix", "/prometheus");
    assertThat(prometheus())
        .resource("HTTPRoute", "prometheus")
        .has("/spec/rules/0/matches/0/path/value", "/prometheus");
    assertThat(prometheus())
        .resource("ServiceMonitor", "prometheus")
        .has("/spec/endpoints/0/path", "/prometheus/metrics");
    assertThat(prometheus().metrics().http())
        .isEqualTo("http://prometheus.monitoring.svc.cluster.local:9090/prometheus");
    assertThat(prometheus().notes())
        .containsExactly(
            "Prometheus asks nobody for a password: whoever reaches https://monitoring.example.org/prometheus may use it.");
  }

  @Test
  void is_inside_only_unless_it_is_published() {
    assertThat(prometheus()).emitsNo("HTTPRoute").emitsNo("Ingress");
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .hasNo("/spec/externalUrl")
        .hasNo("/spec/routePrefix");
    assertThat(prometheus().notes()).isEmpty();
    assertThat(prometheus().metrics().http())
        .isEqualTo("http://prometheus.monitoring.svc.cluster.local:9090");
  }

  @Test
  void hands_alerts_to_the_copies_behind_a_service() {
    var manager =
        new Alertmanager(
            new App(),
            "alertmanager",
            AlertmanagerProps.builder()
                .operator(Lab.OPERATOR)
                .storage(Lab.DISK)
                .published(published("/alertmanager"))
                .build());
    props.alertmanager(manager.alerts());
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .at("/spec/alerting/alertmanagers/0")
        .has("/name", "alertmanager")
        .has("/namespace", "monitoring")
        .has("/port", "http-web")
        .has("/pathPrefix", "/alertmanager");
  }

  @Test
  void finds_an_alertmanager_whose_port_has_no_name_by_its_number() {
    props.alertmanager(new AlertsRef(Lab.service("vmalertmanager-main", 9093), ""));
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .at("/spec/alerting/alertmanagers/0")
        .has("/port", 9093)
        .has("/pathPrefix", "/");
  }

  @Test
  void tells_nobody_without_an_alertmanager() {
    assertThat(prometheus()).resource("Prometheus", "prometheus").hasNo("/spec/alerting");
  }

  @Test
  void may_read_what_it_needs_to_find_targets_and_no_secret() {
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .has("/spec/serviceAccountName", "prometheus");
    assertThat(prometheus())
        .resource("ClusterRole", "monitoring-prometheus")
        .has("/rules/0/resources", "[\"nodes\",\"services\",\"pods\"]")
        .has("/rules/0/verbs", "[\"get\",\"list\",\"watch\"]")
        .has("/rules/3/resources", "[\"nodes/metrics\"]")
        .hasNo("/rules/5");
    assertThat(prometheus())
        .resource("ClusterRoleBinding", "monitoring-prometheus")
        .has("/subjects/0/namespace", "monitoring");
  }

  @Test
  void brings_the_rules_of_every_homelab_unless_told_otherwise() {
    assertThat(prometheus()).resource("PrometheusRule", "prometheus-defaults");
    props.defaultRules(false);
    assertThat(prometheus()).emitsNo("PrometheusRule");
  }

  @Test
  void is_one_copy_without_a_budget_unless_there_are_more_on_nodes_of_their_own() {
    assertThat(prometheus()).emitsNo("PodDisruptionBudget");
    assertThat(prometheus()).resource("Prometheus", "prometheus").hasNo("/spec/affinity");
    props.replicas(2);
    assertThat(prometheus())
        .resource("PodDisruptionBudget", "prometheus")
        .has("/spec/maxUnavailable", 1);
    assertThat(prometheus())
        .resource("Prometheus", "prometheus")
        .has("/spec/replicas", 2)
        .has(
            "/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/topologyKey",
            "kubernetes.io/hostname");
  }

  @Test
  void who_reads_it_works_in_part_without_it() {
    assertThat(prometheus().metrics().loss()).isEqualTo(Loss.DEGRADES);
    assertThat(prometheus().metrics().describe())
        .isEqualTo("metrics of Prometheus at service monitoring/prometheus:9090");
  }

  @Test
  void rejects_a_retention_of_half_days() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.retention(Duration.ofHours(36)).build())
        .withMessage(
            "retention is PT36H: keep whole days, at least one; give it as Duration.ofDays(…)");
  }

  @Test
  void rejects_more_samples_than_the_volume_holds() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.size(Quantity.gi(5)).retentionSize(Quantity.gi(5)).build())
        .withMessage(
            "retentionSize is 5Gi, but the volume has 5Gi: keep less, or take a larger volume");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prometheus", "/prometheus/", "/", "/Prometheus"})
  void rejects_what_is_not_a_path(String path) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> published(path))
        .withMessage(
            "'%s' is not a path: write it with a slash before each part and none behind, as /prometheus"
                .formatted(path));
  }
}

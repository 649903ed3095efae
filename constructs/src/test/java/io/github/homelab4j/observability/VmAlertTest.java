package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.github.homelab4j.core.InvalidPropsException;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class VmAlertTest {
  private final App app = new App();
  private final VmAlertProps.Builder props =
      VmAlertProps.builder().operator(Lab.OPERATOR).datasource(Lab.METRICS);
  private final VmAlertmanager manager =
      new VmAlertmanager(
          app,
          "vmalertmanager",
          VmAlertmanagerProps.builder().operator(Lab.OPERATOR).storage(Lab.DISK).build());

  @Test
  void evaluates_rules_over_the_database_and_keeps_their_state_there() {
    assertThat(new VmAlert(app, "vmalert", props.build()))
        .resource("VMAlert", "main")
        .has("/spec/datasource/url", "http://vmsingle.observability.svc.cluster.local:8428")
        .has("/spec/remoteWrite/url", "http://vmsingle.observability.svc.cluster.local:8428")
        .has("/spec/remoteRead/url", "http://vmsingle.observability.svc.cluster.local:8428")
        .has("/spec/selectAllByDefault", true);
  }

  @Test
  void tells_nobody_without_an_alertmanager() {
    assertThat(new VmAlert(app, "vmalert", props.build()))
        .resource("VMAlert", "main")
        .hasNo("/spec/notifiers")
        .at("/spec/extraArgs")
        .has("/notifier.blackhole", "true");
  }

  @Test
  void finds_every_copy_of_the_alertmanager_by_the_labels_that_it_carries() {
    var alert = new VmAlert(app, "vmalert", props.alertmanager(manager.service()).build());
    assertThat(alert)
        .resource("VMAlert", "main")
        .hasNo("/spec/extraArgs")
        .has("/spec/notifiers/0/selector/namespaceSelector/matchNames/0", "observability")
        .at("/spec/notifiers/0/selector/labelSelector/matchLabels")
        .has("/app.kubernetes.io~1instance", "main");
    assertThat(manager)
        .resource("VMAlertmanager", "main")
        .at("/metadata/labels")
        .has("/app.kubernetes.io~1instance", "main");
  }

  @Test
  void brings_rules_that_name_what_to_look_at() {
    var rules =
        new VmAlert(app, "vmalert", props.build())
            .objects().stream()
                .filter(PrometheusRule.class::isInstance)
                .map(PrometheusRule.class::cast)
                .findFirst()
                .orElseThrow();
    assertThat(rules.getSpec().getGroups())
        .extracting("name")
        .containsExactly("nodes", "volumes", "workloads", "scraping", "certificates", "backups");
    assertThat(rules.getSpec().getGroups())
        .flatExtracting("rules")
        .allSatisfy(
            rule ->
                assertThat(rule)
                    .extracting("labels")
                    .asString()
                    .containsAnyOf("critical", "warning"))
        .allSatisfy(
            rule ->
                assertThat(rule)
                    .extracting("annotations")
                    .asString()
                    .contains("summary", "{{ $labels.cluster }}"));
  }

  @Test
  void leaves_its_rules_out_when_told_so() {
    assertThat(new VmAlert(app, "vmalert", props.defaultRules(false).build()))
        .emitsNo("PrometheusRule");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

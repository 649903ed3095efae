package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class AlertmanagerTest {
  private final AlertmanagerProps.Builder props =
      AlertmanagerProps.builder().operator(Lab.OPERATOR).storage(Lab.DISK);
  private final StoreItemRef item = new StoreItemRef(Lab.STORE, "alerts");

  private Alertmanager manager() {
    return new Alertmanager(new App(), "alertmanager", props.build());
  }

  @Test
  void sends_alerts_to_nobody_without_a_receiver() {
    assertThat(manager()).emitsNo("AlertmanagerConfig").emitsNo("ExternalSecret");
  }

  @Test
  void sends_alerts_of_all_namespaces_to_slack_by_a_secret_of_the_store() {
    props.addReceivers(new AlertReceiver.Slack(item.key("webhook"), "#alerts"));
    assertThat(manager())
        .resource("Alertmanager", "alertmanager")
        .has(
            "/spec/alertmanagerConfigMatcherStrategy/type",
            "OnNamespaceExceptForAlertmanagerNamespace")
        .has("/spec/alertmanagerConfigSelector", "{}");
    assertThat(manager())
        .resource("AlertmanagerConfig", "alertmanager")
        .has("/spec/route/receiver", "default")
        .has("/spec/route/groupBy", "[\"alertname\",\"cluster\",\"namespace\"]")
        .has("/spec/route/groupWait", "30s")
        .has("/spec/route/groupInterval", "5m")
        .has("/spec/route/repeatInterval", "12h")
        .has("/spec/receivers/0/slackConfigs/0/channel", "#alerts")
        .has("/spec/receivers/0/slackConfigs/0/apiURL/name", "alertmanager-alerts")
        .has("/spec/receivers/0/slackConfigs/0/apiURL/key", "webhook")
        .hasNo("/spec/receivers/0/emailConfigs")
        .hasNo("/spec/receivers/1");
    assertThat(manager()).resource("ExternalSecret", "alertmanager-alerts");
  }

  @Test
  void sends_each_alert_to_mail_pagerduty_telegram_and_a_webhook_where_they_are_given() {
    props
        .addReceivers(
            new AlertReceiver.Email(
                "me@example.org",
                "alerts@example.org",
                Hostname.of("smtp.example.org"),
                Port.of(587),
                "alerts",
                item.key("password")))
        .addReceivers(new AlertReceiver.PagerDuty(item.key("routing-key")))
        .addReceivers(new AlertReceiver.Telegram(item.key("token"), -42))
        .addReceivers(new AlertReceiver.Webhook(item.key("url")));
    assertThat(manager())
        .resource("AlertmanagerConfig", "alertmanager")
        .at("/spec/receivers/0")
        .has("/emailConfigs/0/smarthost", "smtp.example.org:587")
        .has("/emailConfigs/0/to", "me@example.org")
        .has("/emailConfigs/0/from", "alerts@example.org")
        .has("/emailConfigs/0/authUsername", "alerts")
        .has("/emailConfigs/0/authPassword/key", "password")
        .has("/emailConfigs/0/requireTLS", true)
        .has("/pagerdutyConfigs/0/routingKey/key", "routing-key")
        .has("/telegramConfigs/0/botToken/key", "token")
        .has("/telegramConfigs/0/chatID", -42)
        .has("/webhookConfigs/0/urlSecret/key", "url");
  }

  @Test
  void answers_below_the_path_that_it_is_published_at() {
    props.published(
        new Published(Hostname.of("monitoring.example.org"), Lab.LISTENER, "/alertmanager"));
    assertThat(manager())
        .resource("Alertmanager", "alertmanager")
        .has("/spec/externalUrl", "https://monitoring.example.org/alertmanager")
        .has("/spec/routePrefix", "/alertmanager");
    assertThat(manager())
        .resource("HTTPRoute", "alertmanager")
        .has("/spec/rules/0/matches/0/path/value", "/alertmanager")
        .has("/spec/rules/0/backendRefs/0/port", 9093);
    assertThat(manager().alerts().http())
        .isEqualTo("http://alertmanager.monitoring.svc.cluster.local:9093/alertmanager");
    assertThat(manager().notes()).singleElement().asString().contains("password");
  }

  @Test
  void may_have_all_of_a_host_name() {
    props.published(Published.at(Hostname.of("alerts.example.org"), Lab.LISTENER));
    assertThat(manager())
        .resource("Alertmanager", "alertmanager")
        .has("/spec/externalUrl", "https://alerts.example.org")
        .has("/spec/routePrefix", "/");
    assertThat(manager()).resource("HTTPRoute", "alertmanager").hasNo("/spec/rules/0/matches");
  }

  @Test
  void remembers_silences_on_a_volume_and_asks_the_kubernetes_api_nothing() {
    assertThat(manager())
        .resource("Alertmanager", "alertmanager")
        .has("/spec/replicas", 1)
        .has("/spec/retention", "120h")
        .has("/spec/storage/volumeClaimTemplate/spec/resources/requests/storage", "1Gi")
        .has("/spec/automountServiceAccountToken", false);
    assertThat(manager()).emitsNo("PodDisruptionBudget");
  }

  @Test
  void copies_are_on_nodes_of_their_own_of_which_one_may_be_drained() {
    props.replicas(2);
    assertThat(manager())
        .resource("PodDisruptionBudget", "alertmanager")
        .has("/spec/maxUnavailable", 1);
    assertThat(manager())
        .resource("Alertmanager", "alertmanager")
        .has(
            "/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/topologyKey",
            "kubernetes.io/hostname");
  }

  @Test
  void who_hands_alerts_to_it_works_in_part_without_it() {
    assertThat(manager().alerts().loss()).isEqualTo(Loss.DEGRADES);
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

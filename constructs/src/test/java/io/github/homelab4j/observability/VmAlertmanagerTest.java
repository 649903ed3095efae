package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class VmAlertmanagerTest {
  private final VmAlertmanagerProps.Builder props =
      VmAlertmanagerProps.builder().operator(Lab.OPERATOR).storage(Lab.DISK);
  private final StoreItemRef item = new StoreItemRef(Lab.STORE, "alerts");

  @Test
  void sends_alerts_to_nobody_without_a_receiver() {
    assertThat(new VmAlertmanager(new App(), "vmalertmanager", props.build()))
        .emitsNo("VMAlertmanagerConfig")
        .emitsNo("ExternalSecret");
  }

  @Test
  void sends_alerts_of_all_namespaces_to_slack_by_a_secret_of_the_store() {
    var manager =
        new VmAlertmanager(
            new App(),
            "vmalertmanager",
            props.addReceivers(new AlertReceiver.Slack(item.key("webhook"), "#alerts")).build());
    assertThat(manager)
        .resource("VMAlertmanager", "main")
        .has("/spec/disableNamespaceMatcher", true)
        .has("/spec/selectAllByDefault", true);
    assertThat(manager)
        .resource("VMAlertmanagerConfig", "main")
        .has("/spec/route/receiver", "default")
        .has("/spec/route/group_by/0", "alertname")
        .has("/spec/receivers/0/slack_configs/0/channel", "#alerts")
        .has("/spec/receivers/0/slack_configs/0/api_url/name", "vmalertmanager-alerts")
        .has("/spec/receivers/0/slack_configs/0/api_url/key", "webhook")
        .hasNo("/spec/receivers/0/telegram_configs");
    assertThat(manager).resource("ExternalSecret", "vmalertmanager-alerts");
  }

  @Test
  void sends_alerts_to_telegram_or_a_webhook() {
    var telegram =
        new VmAlertmanager(
            new App(),
            "a",
            props.addReceivers(new AlertReceiver.Telegram(item.key("token"), -42)).build());
    assertThat(telegram)
        .resource("VMAlertmanagerConfig", "a")
        .has("/spec/receivers/0/telegram_configs/0/chat_id", -42);
    var webhook =
        new VmAlertmanager(
            new App(),
            "b",
            VmAlertmanagerProps.builder()
                .operator(Lab.OPERATOR)
                .storage(Lab.DISK)
                .addReceivers(new AlertReceiver.Webhook(item.key("url")))
                .build());
    assertThat(webhook)
        .resource("VMAlertmanagerConfig", "b")
        .has("/spec/receivers/0/webhook_configs/0/url_secret/key", "url");
  }

  @Test
  void sends_each_alert_to_mail_and_pagerduty_where_both_are_given() {
    var manager =
        new VmAlertmanager(
            new App(),
            "c",
            props
                .addReceivers(new AlertReceiver.PagerDuty(item.key("routing-key")))
                .addReceivers(
                    new AlertReceiver.Email(
                        "me@example.org",
                        "alerts@example.org",
                        Hostname.of("smtp.example.org"),
                        Port.of(587),
                        "alerts",
                        item.key("password")))
                .build());
    assertThat(manager)
        .resource("VMAlertmanagerConfig", "c")
        .at("/spec/receivers/0")
        .has("/pagerduty_configs/0/routing_key/key", "routing-key")
        .has("/email_configs/0/smarthost", "smtp.example.org:587")
        .has("/email_configs/0/auth_password/key", "password")
        .has("/email_configs/0/require_tls", true);
  }

  @Test
  void keeps_silences_on_a_volume_of_each_of_two_copies() {
    assertThat(new VmAlertmanager(new App(), "vmalertmanager", props.build()))
        .resource("VMAlertmanager", "main")
        .has("/spec/replicaCount", 2)
        .has("/spec/podDisruptionBudget/maxUnavailable", 1)
        .has("/spec/retention", "120h")
        .has("/spec/storage/volumeClaimTemplate/spec/storageClassName", "openebs-hostpath");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

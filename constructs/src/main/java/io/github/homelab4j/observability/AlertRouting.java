package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.crd.victoriametrics.VMAlertmanagerConfig;
import io.github.homelab4j.crd.victoriametrics.VMAlertmanagerConfig.Key;
import io.github.homelab4j.crd.victoriametrics.VMAlertmanagerConfig.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Where a {@link VmAlertmanager} sends alerts, and which of them together. */
final class AlertRouting {
  /** The receiver that stands for all. */
  static final String NAME = "default";

  /** Alerts that agree in these labels are sent together. */
  static final List<String> TOGETHER = List.of("alertname", "cluster", "namespace");

  private AlertRouting() {}

  static VMAlertmanagerConfig config(
      ObjectMeta meta, AlertSettings settings, Function<SecretSource, SecretKeyRef> secrets) {
    var route =
        new VMAlertmanagerConfig.Route(
            NAME, TOGETHER, settings.groupWait(), settings.groupInterval(), settings.repeat());
    return new VMAlertmanagerConfig(
        meta,
        new VMAlertmanagerConfig.Spec(route, List.of(receiver(settings.receivers(), secrets))));
  }

  private static Receiver receiver(
      List<AlertReceiver> receivers, Function<SecretSource, SecretKeyRef> secrets) {
    var all =
        new Receiver(
            NAME,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (var each : receivers) {
      if (each instanceof AlertReceiver.Slack to) {
        all.slack()
            .add(new VMAlertmanagerConfig.Slack(key(to.webhook(), secrets), to.channel(), true));
      } else if (each instanceof AlertReceiver.Telegram to) {
        all.telegram()
            .add(new VMAlertmanagerConfig.Telegram(key(to.token(), secrets), to.chat(), true));
      } else if (each instanceof AlertReceiver.Webhook to) {
        all.webhook().add(new VMAlertmanagerConfig.Webhook(key(to.url(), secrets), true));
      } else if (each instanceof AlertReceiver.PagerDuty to) {
        all.pagerDuty()
            .add(new VMAlertmanagerConfig.PagerDuty(key(to.routingKey(), secrets), true));
      } else if (each instanceof AlertReceiver.Email to) {
        all.email()
            .add(
                new VMAlertmanagerConfig.Email(
                    to.to(),
                    to.from(),
                    to.server() + ":" + to.port(),
                    to.user(),
                    key(to.password(), secrets),
                    true,
                    true));
      }
    }
    return all;
  }

  private static Key key(SecretSource source, Function<SecretSource, SecretKeyRef> secrets) {
    var secret = secrets.apply(source);
    return new Key(secret.secret().name(), secret.key());
  }
}

package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.crd.victoriametrics.VMAlertmanagerConfig;
import io.github.homelab4j.crd.victoriametrics.VMAlertmanagerConfig.Key;
import io.github.homelab4j.crd.victoriametrics.VMAlertmanagerConfig.Receiver;
import java.util.List;
import java.util.function.Function;

/** Where a {@link VmAlertmanager} sends alerts, and which of them together. */
final class AlertRouting {
  private static final String NAME = "default";
  private static final List<String> TOGETHER = List.of("alertname", "cluster", "namespace");

  private AlertRouting() {}

  static VMAlertmanagerConfig config(
      ObjectMeta meta,
      AlertReceiver receiver,
      VmAlertmanagerProps props,
      Function<StoreKeyRef, SecretKeyRef> secrets) {
    var route =
        new VMAlertmanagerConfig.Route(
            NAME, TOGETHER, props.groupWait(), props.groupInterval(), props.repeat());
    return new VMAlertmanagerConfig(
        meta, new VMAlertmanagerConfig.Spec(route, List.of(receiver(receiver, secrets))));
  }

  private static Receiver receiver(
      AlertReceiver receiver, Function<StoreKeyRef, SecretKeyRef> secrets) {
    if (receiver instanceof AlertReceiver.Slack to) {
      var slack =
          new VMAlertmanagerConfig.Slack(key(secrets.apply(to.webhook())), to.channel(), true);
      return new Receiver(NAME, List.of(slack), List.of(), List.of());
    }
    if (receiver instanceof AlertReceiver.Telegram to) {
      var telegram =
          new VMAlertmanagerConfig.Telegram(key(secrets.apply(to.token())), to.chat(), true);
      return new Receiver(NAME, List.of(), List.of(telegram), List.of());
    }
    var to = (AlertReceiver.Webhook) receiver;
    var webhook = new VMAlertmanagerConfig.Webhook(key(secrets.apply(to.url())), true);
    return new Receiver(NAME, List.of(), List.of(), List.of(webhook));
  }

  private static Key key(SecretKeyRef secret) {
    return new Key(secret.secret().name(), secret.key());
  }
}

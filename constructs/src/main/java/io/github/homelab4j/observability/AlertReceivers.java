package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.AlertmanagerConfig;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.AlertmanagerConfigBuilder;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.Receiver;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.ReceiverBuilder;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.unit.Durations;
import java.util.List;
import java.util.function.Function;

/** Where an {@link Alertmanager} sends alerts, in the form of the Prometheus operator. */
final class AlertReceivers {
  private AlertReceivers() {}

  static AlertmanagerConfig config(
      ObjectMeta meta, AlertSettings settings, Function<SecretSource, SecretKeyRef> secrets) {
    return new AlertmanagerConfigBuilder()
        .withMetadata(meta)
        .withNewSpec()
        .withNewRoute()
        .withReceiver(AlertRouting.NAME)
        .withGroupBy(AlertRouting.TOGETHER)
        .withGroupWait(Durations.go(settings.groupWait()))
        .withGroupInterval(Durations.go(settings.groupInterval()))
        .withRepeatInterval(Durations.go(settings.repeat()))
        .endRoute()
        .withReceivers(receiver(settings.receivers(), secrets))
        .endSpec()
        .build();
  }

  private static Receiver receiver(
      List<AlertReceiver> receivers, Function<SecretSource, SecretKeyRef> secrets) {
    var all = new ReceiverBuilder().withName(AlertRouting.NAME);
    for (var each : receivers) {
      if (each instanceof AlertReceiver.Slack to) {
        all.addNewSlackConfig()
            .withApiURL(key(to.webhook(), secrets))
            .withChannel(to.channel())
            .withSendResolved(true)
            .endSlackConfig();
      } else if (each instanceof AlertReceiver.Telegram to) {
        all.addNewTelegramConfig()
            .withBotToken(key(to.token(), secrets))
            .withChatID(to.chat())
            .withSendResolved(true)
            .endTelegramConfig();
      } else if (each instanceof AlertReceiver.Webhook to) {
        all.addNewWebhookConfig()
            .withUrlSecret(key(to.url(), secrets))
            .withSendResolved(true)
            .endWebhookConfig();
      } else if (each instanceof AlertReceiver.PagerDuty to) {
        all.addNewPagerdutyConfig()
            .withRoutingKey(key(to.routingKey(), secrets))
            .withSendResolved(true)
            .endPagerdutyConfig();
      } else if (each instanceof AlertReceiver.Email to) {
        all.addNewEmailConfig()
            .withTo(to.to())
            .withFrom(to.from())
            .withSmarthost(to.server() + ":" + to.port())
            .withAuthUsername(to.user())
            .withAuthPassword(key(to.password(), secrets))
            .withRequireTLS(true)
            .withSendResolved(true)
            .endEmailConfig();
      }
    }
    return all.build();
  }

  private static SecretKeySelector key(
      SecretSource source, Function<SecretSource, SecretKeyRef> secrets) {
    var secret = secrets.apply(source);
    return new SecretKeySelector(secret.key(), secret.secret().name(), null);
  }
}

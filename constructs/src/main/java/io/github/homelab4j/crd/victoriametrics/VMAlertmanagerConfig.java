package io.github.homelab4j.crd.victoriametrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import java.time.Duration;
import java.util.List;

/**
 * Routes and receivers of alerts.
 *
 * @see <a
 *     href="https://docs.victoriametrics.com/operator/resources/vmalertmanagerconfig/">VMAlertmanagerConfig</a>
 */
@Group("operator.victoriametrics.com")
@Version("v1beta1")
@Kind("VMAlertmanagerConfig")
public final class VMAlertmanagerConfig extends CustomResource<VMAlertmanagerConfig.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public VMAlertmanagerConfig(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** A route, and the receivers that it names. */
  public record Spec(Route route, List<Receiver> receivers) {}

  /** Which alerts go together, and when. */
  public record Route(
      String receiver,
      @JsonProperty("group_by") List<String> groupBy,
      @JsonProperty("group_wait") Duration groupWait,
      @JsonProperty("group_interval") Duration groupInterval,
      @JsonProperty("repeat_interval") Duration repeatInterval) {}

  /** Where alerts go. */
  public record Receiver(
      String name,
      @JsonProperty("slack_configs") List<Slack> slack,
      @JsonProperty("telegram_configs") List<Telegram> telegram,
      @JsonProperty("webhook_configs") List<Webhook> webhook,
      @JsonProperty("email_configs") List<Email> email,
      @JsonProperty("pagerduty_configs") List<PagerDuty> pagerDuty) {}

  /** A channel of Slack. */
  public record Slack(
      @JsonProperty("api_url") Key apiUrl,
      String channel,
      @JsonProperty("send_resolved") boolean sendResolved) {}

  /** A chat of Telegram. */
  public record Telegram(
      @JsonProperty("bot_token") Key botToken,
      @JsonProperty("chat_id") long chatId,
      @JsonProperty("send_resolved") boolean sendResolved) {}

  /** Anything that takes Alertmanager's JSON. */
  public record Webhook(
      @JsonProperty("url_secret") Key urlSecret,
      @JsonProperty("send_resolved") boolean sendResolved) {}

  /** Mail. */
  public record Email(
      String to,
      String from,
      String smarthost,
      @JsonProperty("auth_username") String authUsername,
      @JsonProperty("auth_password") Key authPassword,
      @JsonProperty("require_tls") boolean requireTls,
      @JsonProperty("send_resolved") boolean sendResolved) {}

  /** A service of PagerDuty. */
  public record PagerDuty(
      @JsonProperty("routing_key") Key routingKey,
      @JsonProperty("send_resolved") boolean sendResolved) {}

  /** A key of a Secret in the same namespace. */
  public record Key(String name, String key) {}
}

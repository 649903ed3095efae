package io.github.homelab4j.observability;

import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;

/** Where alerts are sent. What must stay secret is in the secret store. */
public sealed interface AlertReceiver {
  /**
   * A channel of Slack.
   *
   * @param webhook the URL of an incoming webhook
   * @param channel as {@code #alerts}
   */
  record Slack(SecretSource webhook, String channel) implements AlertReceiver {}

  /**
   * A chat of Telegram.
   *
   * @param token the bot's token
   * @param chat the chat's number; groups have negative ones
   */
  record Telegram(SecretSource token, long chat) implements AlertReceiver {}

  /**
   * Anything that takes Alertmanager's JSON by HTTP.
   *
   * @param url the whole URL, which usually holds a token
   */
  record Webhook(SecretSource url) implements AlertReceiver {}

  /**
   * Mail, by a server that takes it over TLS.
   *
   * @param to who gets it
   * @param from who sends it
   * @param server the mail server
   * @param port its port for submission, usually 587
   * @param user the login at the server
   * @param password its password
   */
  record Email(
      String to, String from, Hostname server, Port port, String user, SecretSource password)
      implements AlertReceiver {}

  /**
   * A service of PagerDuty, which wakes people.
   *
   * @param routingKey the integration key of its Events API v2
   */
  record PagerDuty(SecretSource routingKey) implements AlertReceiver {}
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.StoreKeyRef;

/** Where alerts are sent. What must stay secret is in the secret store. */
public sealed interface AlertReceiver {
  /**
   * A channel of Slack.
   *
   * @param webhook the URL of an incoming webhook
   * @param channel as {@code #alerts}
   */
  record Slack(StoreKeyRef webhook, String channel) implements AlertReceiver {}

  /**
   * A chat of Telegram.
   *
   * @param token the bot's token
   * @param chat the chat's number; groups have negative ones
   */
  record Telegram(StoreKeyRef token, long chat) implements AlertReceiver {}

  /**
   * Anything that takes Alertmanager's JSON by HTTP.
   *
   * @param url the whole URL, which usually holds a token
   */
  record Webhook(StoreKeyRef url) implements AlertReceiver {}
}

package io.github.homelab4j.dns;

import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;

/** Who keeps the records that {@link ExternalDns} writes. */
public sealed interface DnsProvider {
  /** Zones at Cloudflare, with a token that may edit them. */
  static DnsProvider cloudflare(SecretSource token) {
    return new Cloudflare(token);
  }

  /** A name server that takes dynamic updates (RFC 2136), as bind9, signed with a key. */
  static DnsProvider rfc2136(Ip server, Hostname zone, String keyName, SecretSource key) {
    return new Rfc2136(server, Port.of(53), zone, keyName, key);
  }

  /**
   * Cloudflare.
   *
   * @param token a token with the rights to read zones and edit their records
   */
  record Cloudflare(SecretSource token) implements DnsProvider {}

  /**
   * A server with dynamic updates and zone transfers.
   *
   * @param server its address
   * @param port its port
   * @param zone the zone that is updated
   * @param keyName the name of the key
   * @param key the key of HMAC-SHA256, in base64
   */
  record Rfc2136(Ip server, Port port, Hostname zone, String keyName, SecretSource key)
      implements DnsProvider {}
}

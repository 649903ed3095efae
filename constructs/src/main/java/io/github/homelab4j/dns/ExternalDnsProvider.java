package io.github.homelab4j.dns;

import io.github.homelab4j.core.SecretSource;
import java.util.List;

/**
 * A provider as ExternalDNS is told of it.
 *
 * @param name the chart's name for it
 * @param variable the environment variable of its secret
 * @param secret the secret
 * @param arguments what else it needs
 */
record ExternalDnsProvider(
    String name, String variable, SecretSource secret, List<String> arguments) {
  static ExternalDnsProvider of(DnsProvider provider) {
    if (provider instanceof DnsProvider.Cloudflare cloudflare) {
      return new ExternalDnsProvider("cloudflare", "CF_API_TOKEN", cloudflare.token(), List.of());
    }
    var server = (DnsProvider.Rfc2136) provider;
    return new ExternalDnsProvider(
        "rfc2136", "EXTERNAL_DNS_RFC2136_TSIG_SECRET", server.key(), arguments(server));
  }

  // Without zone transfers it could not read what is there, and would only ever create.
  private static List<String> arguments(DnsProvider.Rfc2136 server) {
    return List.of(
        "--rfc2136-host=" + server.server(),
        "--rfc2136-port=" + server.port(),
        "--rfc2136-zone=" + server.zone(),
        "--rfc2136-tsig-keyname=" + server.keyName(),
        "--rfc2136-tsig-secret-alg=hmac-sha256",
        "--rfc2136-tsig-axfr");
  }
}

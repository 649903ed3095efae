package io.github.homelab4j.dns;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ExternalDnsTest {
  private static final StoreKeyRef TOKEN =
      new SecretStoreRef("vault", Provider.external("a test")).item("dns").key("token");
  private static final Hostname DOMAIN = Hostname.of("example.org");

  @Test
  void writes_to_cloudflare_with_a_token_of_the_store() {
    var dns = dns(DnsProvider.cloudflare(TOKEN));
    assertThat(dns)
        .values()
        .has("/provider/name", "cloudflare")
        .has("/domainFilters/0", "example.org")
        .has("/policy", "upsert-only")
        .has("/txtOwnerId", "east")
        .has("/env/0/name", "CF_API_TOKEN")
        .has("/env/0/valueFrom/secretKeyRef/name", "external-dns-dns")
        .has("/env/0/valueFrom/secretKeyRef/key", "token")
        .hasNo("/extraArgs");
    assertThat(dns).resource("ExternalSecret", "external-dns-dns");
  }

  @Test
  void updates_a_name_server_with_a_signed_key() {
    assertThat(dns(DnsProvider.rfc2136(Ip.of("10.9.0.2"), DOMAIN, "external-dns", TOKEN)))
        .values()
        .has("/provider/name", "rfc2136")
        .has("/env/0/name", "EXTERNAL_DNS_RFC2136_TSIG_SECRET")
        .has("/extraArgs/0", "--rfc2136-host=10.9.0.2")
        .has("/extraArgs/2", "--rfc2136-zone=example.org");
  }

  @Test
  void deletes_only_when_told_to() {
    var props =
        ExternalDnsProps.builder()
            .provider(DnsProvider.cloudflare(TOKEN))
            .addDomain(DOMAIN)
            .owner("east")
            .deletes(true)
            .build();
    assertThat(new ExternalDns(new App(), "external-dns", props)).values().has("/policy", "sync");
  }

  @Test
  void rejects_to_write_everywhere() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                ExternalDnsProps.builder()
                    .provider(DnsProvider.cloudflare(TOKEN))
                    .owner("east")
                    .build())
        .withMessage(
            "domains is empty, which allows every zone of the account: name the homelab's domain");
  }

  private static ExternalDns dns(DnsProvider provider) {
    var props =
        ExternalDnsProps.builder().provider(provider).addDomain(DOMAIN).owner("east").build();
    return new ExternalDns(new App(), "external-dns", props);
  }
}

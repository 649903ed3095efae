package io.github.homelab4j.certificates;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.unit.Hostname;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class LetsEncryptTest {
  private final SecretStoreRef store =
      new SecretStoreRef("onepassword", Provider.external("a test"));

  private LetsEncryptProps.Builder props() {
    return LetsEncryptProps.builder()
        .email("admin@example.org")
        .apiToken(store.item("cloudflare").key("api-token"));
  }

  @Test
  void answers_challenges_in_the_zone_with_a_token_of_the_store() {
    var letsEncrypt =
        new LetsEncrypt(
            new App(), "lets-encrypt", props().addZones(Hostname.of("example.org")).build());
    assertThat(letsEncrypt)
        .resource("ClusterIssuer", "letsencrypt-prod")
        .has("/spec/acme/server", "https://acme-v02.api.letsencrypt.org/directory")
        .has("/spec/acme/email", "admin@example.org")
        .has("/spec/acme/privateKeySecretRef/name", "letsencrypt-prod")
        .has("/spec/acme/solvers/0/selector/dnsZones/0", "example.org")
        .has(
            "/spec/acme/solvers/0/dns01/cloudflare/apiTokenSecretRef/name",
            "lets-encrypt-cloudflare")
        .has("/spec/acme/solvers/0/dns01/cloudflare/apiTokenSecretRef/key", "api-token");
    assertThat(letsEncrypt)
        .resource("ExternalSecret", "lets-encrypt-cloudflare")
        .has("/metadata/namespace", "cert-manager")
        .has("/spec/data/0/remoteRef/key", "cloudflare")
        .has("/spec/data/0/remoteRef/property", "api-token");
  }

  @Test
  void has_an_account_of_its_own_for_staging() {
    var letsEncrypt =
        new LetsEncrypt(
            new App(), "lets-encrypt", props().addZones(Hostname.of("example.org")).build());
    assertThat(letsEncrypt)
        .resource("ClusterIssuer", letsEncrypt.staging().name())
        .has("/spec/acme/server", "https://acme-staging-v02.api.letsencrypt.org/directory")
        .has("/spec/acme/privateKeySecretRef/name", "letsencrypt-staging");
    assertThat(letsEncrypt.production().name()).isEqualTo("letsencrypt-prod");
  }

  @Test
  void rejects_what_is_no_mail_address() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                LetsEncryptProps.builder()
                    .email("admin")
                    .apiToken(store.item("c").key("t"))
                    .addZones(Hostname.of("example.org"))
                    .build())
        .withMessage(
            "'admin' is not a mail address: Let's Encrypt refuses such an account; write one as admin@example.org");
  }

  @Test
  void rejects_no_zone_and_a_wildcard_as_a_zone() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().build())
        .withMessage("zones is empty: name the DNS zones that certificates are for");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addZones(Hostname.of("*.example.org")).build())
        .withMessage(
            "zone *.example.org begins with an asterisk: give the zone itself, example.org");
  }
}

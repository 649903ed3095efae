package io.github.homelab4j.certificates;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretSource;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.StoreKeyRef;
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
  void calls_issuer_and_secret_as_it_is_told() {
    var letsEncrypt = new LetsEncrypt(new App(), "lets-encrypt", named(token()).build());
    assertThat(letsEncrypt)
        .resource("ClusterIssuer", "letsencrypt-issuer")
        .has("/spec/acme/solvers/0/dns01/cloudflare/apiTokenSecretRef/name", "cloudflare-api-token")
        .has("/spec/acme/solvers/0/dns01/cloudflare/apiTokenSecretRef/key", "api_token");
    assertThat(letsEncrypt)
        .resource("ExternalSecret", "cloudflare-api-token")
        .has("/spec/data/0/remoteRef/key", "certmanager/cloudflare")
        .has("/spec/data/0/remoteRef/property", "api_token")
        .hasNo("/spec/data/1");
    assertThat(letsEncrypt.production().name()).isEqualTo("letsencrypt-issuer");
  }

  @Test
  void rejects_two_issuers_of_one_name() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> named(token()).stagingName("letsencrypt-issuer").build())
        .withMessage("both issuers are called letsencrypt-issuer: give one of them another name");
  }

  @Test
  void rejects_another_name_for_a_secret_that_is_there() {
    var secret =
        new SecretKeyRef(
            SecretRef.external("cloudflare", NamespaceRef.of("cert-manager")), "token");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> named(secret).build())
        .withMessage(
            "secret cloudflare-api-token shall be made of key token of secret cert-manager/cloudflare, which is a Secret already: leave tokenSecret out");
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

  private StoreKeyRef token() {
    return store.item("certmanager/cloudflare").key("api_token");
  }

  private static LetsEncryptProps.Builder named(SecretSource token) {
    return LetsEncryptProps.builder()
        .email("admin@example.org")
        .addZones(Hostname.of("example.org"))
        .apiToken(token)
        .productionName("letsencrypt-issuer")
        .tokenSecret("cloudflare-api-token");
  }
}

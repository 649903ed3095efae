package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Manifest;
import io.github.homelab4j.invariants.Invariant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Secrets and certificates of k3s-pi. */
class PiSecretsTest {
  private static final Pattern SECRET =
      Pattern.compile("(?m)^\\w*(PASSWORD|SECRET|TOKEN|_KEY)\\w*=(.*)$");
  private static final Pattern PLACE = Pattern.compile("'?\\{\\{ [a-z0-9_]+ }}'?");

  /** k3s-pi.md:403: "Creates K8s Secret", by External Secrets; none is in Git. */
  @Test
  @Invariant(value = 38, lines = "399-403, 440-447, 773")
  void secrets_come_from_vault_and_none_is_in_git() {
    assertThat(Pi.kinds()).doesNotContain("Secret").contains("ExternalSecret");
    assertThat(Pi.cluster().files())
        .allSatisfy((path, text) -> assertThat(text).as(path).doesNotContain("PRIVATE KEY-----"));
  }

  /** k3s-pi.md:758: "Vault: Required for secrets", of machines as well. */
  @Test
  @Invariant(value = 38, lines = "399-403, 440-447, 773")
  void files_of_machines_have_places_for_secrets_instead_of_values() {
    var templates =
        Pi.hosts().entrySet().stream().filter(file -> file.getKey().endsWith(".j2")).toList();
    assertThat(templates)
        .hasSizeGreaterThan(5)
        .allSatisfy(file -> assertThat(file.getValue()).contains("{{ "));
    var values =
        templates.stream()
            .flatMap(file -> SECRET.matcher(file.getValue()).results())
            .map(match -> match.group(2))
            .toList();
    assertThat(values).hasSizeGreaterThan(5).allMatch(value -> PLACE.matcher(value).matches());
  }

  /** k3s-pi.md:446: "ClusterSecretStore", "vault-backend". */
  @Test
  @Invariant(value = 39, lines = "446, 469-470")
  void every_secret_is_read_by_the_one_store() {
    assertThat(Pi.objects("ClusterSecretStore"))
        .singleElement()
        .satisfies(
            store -> {
              assertThat(store.name()).isEqualTo("vault-backend");
              assertThat(store.at("/spec/provider/vault/server").asText())
                  .isEqualTo("https://10.0.0.11:8200");
            });
    assertThat(Pi.kinds()).doesNotContain("SecretStore");
    assertThat(Pi.objects("ExternalSecret"))
        .allSatisfy(
            secret -> {
              assertThat(secret.at("/spec/secretStoreRef/name").asText())
                  .isEqualTo("vault-backend");
              assertThat(secret.at("/spec/secretStoreRef/kind").asText())
                  .isEqualTo("ClusterSecretStore");
            });
  }

  /** k3s-pi.md:401 and 441: "Read certmanager/cloudflare", "api_token". */
  @Test
  @Invariant(value = 40, lines = "401-402, 441, 445")
  void the_token_of_cloudflare_is_read_from_its_item() {
    var secret = Pi.object("ExternalSecret cert-manager/cloudflare-api-token");
    assertThat(secret.at("/spec/data/0/remoteRef/key").asText())
        .isEqualTo("certmanager/cloudflare");
    assertThat(secret.at("/spec/data/0/remoteRef/property").asText()).isEqualTo("api_token");
    assertThat(Pi.host("node1", "etc/vault.d/policies/external-secrets.hcl"))
        .contains("path \"kv/data/certmanager/cloudflare\" {\n  capabilities = [\"read\"]");
  }

  /** k3s-pi.md:406 and 414: "References cloudflare-api-token", "Challenge (DNS-01)". */
  @Test
  @Invariant(value = 41, lines = "406, 414, 451, 454, 459")
  void the_issuer_solves_dns_01_at_cloudflare_with_that_token() {
    var acme = Pi.object("ClusterIssuer letsencrypt-issuer").at("/spec/acme");
    assertThat(acme.path("solvers")).hasSize(1);
    var token = acme.at("/solvers/0/dns01/cloudflare/apiTokenSecretRef");
    assertThat(token.path("name").asText())
        .isEqualTo(
            Pi.object("ExternalSecret cert-manager/cloudflare-api-token")
                .at("/spec/target/name")
                .asText())
        .isEqualTo("cloudflare-api-token");
    assertThat(acme.at("/solvers/0/http01").isMissingNode()).isTrue();
  }

  /** k3s-pi.md:410 and 427: "cert-manager.io/cluster-issuer", "longhorn-tls Secret". */
  @Test
  @Invariant(value = 42, lines = "409-410, 427, 463-464")
  void each_ingress_asks_for_a_certificate_of_its_own() {
    var ingresses = Pi.objects("Ingress");
    assertThat(ingresses)
        .allMatch(
            ingress ->
                ingress
                    .at("/metadata/annotations/cert-manager.io~1cluster-issuer")
                    .asText()
                    .equals("letsencrypt-issuer"));
    assertThat(ingresses)
        .extracting(PiSecretsTest::certificate)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.endsWith("-tls"));
    assertThat(certificate(Pi.object("Ingress longhorn-system/longhorn")))
        .isEqualTo("longhorn-tls");
  }

  /**
   * k3s-pi.md:433: "Auto-renewal in 60 days".
   *
   * <p>Let's Encrypt signs for 90 days, and cert-manager renews what an Ingress asks for when two
   * thirds of its life are over, unless an annotation says otherwise: none does.
   */
  @Test
  @Invariant(value = 43, lines = "433")
  void certificates_are_renewed_when_two_thirds_of_their_90_days_are_over() {
    assertThat(Pi.object("ClusterIssuer letsencrypt-issuer").at("/spec/acme/server").asText())
        .isEqualTo("https://acme-v02.api.letsencrypt.org/directory");
    for (var ingress : Pi.objects("Ingress")) {
      for (var setting : List.of("duration", "renew-before", "renew-before-percentage")) {
        assertThat(ingress.at("/metadata/annotations/cert-manager.io~1" + setting).isMissingNode())
            .as("%s of %s", setting, ingress)
            .isTrue();
      }
    }
    assertThat(Pi.cluster().objects().filter(object -> object.kind().equals("Certificate")))
        .allMatch(object -> object.at("/spec/renewBefore").isMissingNode());
  }

  private static String certificate(Manifest ingress) {
    return ingress.at("/spec/tls/0/secretName").asText();
  }
}

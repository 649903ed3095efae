package io.github.homelab4j.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import org.junit.jupiter.api.Test;

/** Secrets and certificates of infra-apps. */
class SecretsTest {
  /** infra-apps.md:448: in Git there are "*.sops.yaml files (encrypted with Age)" only. */
  @Test
  @Invariant(value = 48, lines = "446-448")
  void no_plain_secret_is_in_git() {
    assertThat(Lab.clusters().stream().flatMap(FleetCluster::objects))
        .isNotEmpty()
        .noneMatch(object -> object.kind().equals("Secret") && !object.tree().has("sops"));
    for (var cluster : Lab.clusters()) {
      assertThat(cluster.files())
          .allSatisfy(
              (path, text) -> {
                assertThat(text).as(path).doesNotContain("PRIVATE KEY-----");
                assertThat(path.endsWith(".sops.yaml"))
                    .as("encryption of %s", path)
                    .isEqualTo(text.contains("ENC[AES256_GCM,"));
              });
    }
  }

  /** infra-apps.md:397-413: "1Password Connect", "ClusterSecretStore", "Kubernetes Secrets". */
  @Test
  @Invariant(value = 50, lines = "397-413")
  void application_secrets_come_from_1password() {
    assertThat(Lab.objects("ExternalSecret"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            secret -> {
              var store = secret.at("/spec/secretStoreRef");
              assertThat(store.path("kind").asText()).isEqualTo("ClusterSecretStore");
              assertThat(
                      Lab.object(
                              secret.cluster(), "ClusterSecretStore " + store.path("name").asText())
                          .at("/spec/provider/onepassword/connectHost")
                          .asText())
                  .startsWith("http://onepassword-connect.external-secrets.svc");
            });
    assertThat(
            Lab.objects("objects", object -> true).stream()
                .filter(object -> object.kind().equals("SecretStore")))
        .isEmpty();
  }

  /** infra-apps.md:422-433: "letsencrypt-prod", "letsencrypt-staging", "ACME DNS-01 Challenge". */
  @Test
  @Invariant(value = 51, lines = "422-433")
  void issuers_of_letsencrypt_solve_dns_01_at_cloudflare() {
    for (var cluster : Lab.clusters()) {
      for (var name : new String[] {"letsencrypt-prod", "letsencrypt-staging"}) {
        var acme = Lab.object(cluster.id(), "ClusterIssuer " + name).at("/spec/acme");
        assertThat(acme.path("server").asText())
            .startsWith("https://acme-")
            .contains(".api.letsencrypt.org/");
        assertThat(acme.path("server").asText().contains("staging"))
            .isEqualTo(name.endsWith("staging"));
        assertThat(acme.path("solvers")).hasSize(1);
        assertThat(acme.at("/solvers/0/dns01/cloudflare/apiTokenSecretRef/name").asText())
            .isNotEmpty();
        assertThat(acme.at("/solvers/0/http01").isMissingNode()).isTrue();
      }
    }
  }

  /** infra-apps.md:437-439: "*.monosense.io", "Auto-renewal". */
  @Test
  @Invariant(value = 52, lines = "437-439")
  void certificates_are_for_the_domain_and_renew_themselves() {
    assertThat(Lab.objects("Certificate"))
        .hasSize(2)
        .allSatisfy(
            certificate -> {
              assertThat(Lab.texts(certificate.at("/spec/dnsNames")))
                  .containsExactly("*.monosense.io");
              // cert-manager renews what has an issuer, when a third of its life is left.
              var issuer = certificate.at("/spec/issuerRef");
              assertThat(issuer.path("name").asText()).isEqualTo("letsencrypt-prod");
              Lab.object(certificate.cluster(), "ClusterIssuer " + issuer.path("name").asText());
            });
    for (var gateway : Lab.objects("Gateway")) {
      assertThat(gateway.at("/spec/listeners").findValues("certificateRefs"))
          .singleElement()
          .satisfies(
              refs -> {
                var name = refs.at("/0/name").asText();
                assertThat(
                        Fleet.cluster(gateway.cluster())
                            .objects()
                            .filter(object -> object.kind().equals("Certificate"))
                            .map(object -> object.at("/spec/secretName").asText()))
                    .contains(name);
              });
    }
  }
}

package io.github.homelab4j.secrets;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import java.net.URI;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class VaultStoreTest {
  @Test
  void reads_a_key_value_engine_with_the_cluster_s_own_accounts() {
    var store =
        new VaultStore(
            new App(),
            "vault",
            VaultStoreProps.builder().server(URI.create("http://10.0.0.11:8200")).build());
    assertThat(store)
        .resource("ClusterSecretStore", "vault")
        .has("/spec/provider/vault/server", "http://10.0.0.11:8200")
        .has("/spec/provider/vault/path", "kv")
        .has("/spec/provider/vault/version", "v2")
        .has("/spec/provider/vault/auth/kubernetes/mountPath", "kubernetes")
        .has("/spec/provider/vault/auth/kubernetes/role", "external-secrets")
        .hasNo("/spec/provider/onepassword");
    assertThat(store.item("grafana/admin").store().name()).isEqualTo("vault");
  }

  @Test
  void finds_vault_on_a_machine_and_proves_it_by_a_certificate_of_the_owner() {
    var secret = SecretRef.external("vault-ca", NamespaceRef.of("external-secrets"));
    var store =
        new VaultStore(
            new App(),
            "vault-backend",
            VaultStoreProps.builder()
                .host(vault())
                .authority(new SecretKeyRef(secret, "ca.crt"))
                .build());
    assertThat(store)
        .resource("ClusterSecretStore", "vault-backend")
        .has("/spec/provider/vault/server", "https://10.0.0.11:8200")
        .has("/spec/provider/vault/caProvider/type", "Secret")
        .has("/spec/provider/vault/caProvider/name", "vault-ca")
        .has("/spec/provider/vault/caProvider/namespace", "external-secrets")
        .has("/spec/provider/vault/caProvider/key", "ca.crt");
  }

  @Test
  void rejects_no_vault_and_two() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> VaultStoreProps.builder().build())
        .withMessage(
            "Vault has neither URL nor host: give either the server's URL or the host that runs it");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                VaultStoreProps.builder()
                    .host(vault())
                    .server(URI.create("https://10.0.0.11:8200"))
                    .build())
        .withMessage(
            "Vault has a URL and a host: give either the server's URL or the host that runs it");
  }

  @Test
  void rejects_a_proof_of_what_shows_no_certificate() {
    var secret = SecretRef.external("vault-ca", NamespaceRef.of("external-secrets"));
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                VaultStoreProps.builder()
                    .server(URI.create("http://10.0.0.11:8200"))
                    .authority(new SecretKeyRef(secret, "ca.crt"))
                    .build())
        .withMessage(
            "key ca.crt of secret external-secrets/vault-ca shall prove Vault at http://10.0.0.11:8200, which shows no certificate: write https, or leave authority out");
  }

  @Test
  void rejects_a_server_without_a_scheme() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> VaultStoreProps.builder().server(URI.create("//vault.example.org")).build())
        .withMessage(
            "'//vault.example.org' is not where a Vault can be: write scheme, host and port, as https://vault.example.org:8200");
  }

  private static HostServiceRef vault() {
    var host =
        HostPlan.builder()
            .name("node1")
            .purpose("secrets")
            .addAddresses(Ip.of("10.0.0.11"))
            .addServices(HostService.tcp("vault", 8200, "holds the secrets"))
            .build();
    return HostServiceRef.of(host, "vault", Loss.STALLS);
  }
}

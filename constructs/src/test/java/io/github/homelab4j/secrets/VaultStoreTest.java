package io.github.homelab4j.secrets;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.VaultRef;
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
  void trusts_whom_it_is_told_to() {
    var authority =
        new SecretKeyRef(
            SecretRef.external("vault-ca", NamespaceRef.of("external-secrets")), "ca.crt");

    assertThat(
            new VaultStore(
                new App(),
                "vault",
                VaultStoreProps.builder()
                    .server(URI.create("https://10.0.0.11:8200"))
                    .certificateAuthority(authority)
                    .build()))
        .resource("ClusterSecretStore", "vault")
        .has("/spec/provider/vault/caProvider/type", "Secret")
        .has("/spec/provider/vault/caProvider/name", "vault-ca")
        .has("/spec/provider/vault/caProvider/namespace", "external-secrets")
        .has("/spec/provider/vault/caProvider/key", "ca.crt");
  }

  @Test
  void rejects_two_vaults_and_none() {
    var own =
        new VaultRef(
            "https://10.0.0.11:8200",
            "kv",
            "kubernetes",
            "external-secrets",
            Provider.external("x"));

    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> VaultStoreProps.builder().build())
        .withMessage(
            "the store is of no Vault: give it a vault of this homelab, or else the server of another");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                VaultStoreProps.builder()
                    .vault(own)
                    .server(URI.create("https://10.0.0.11:8200"))
                    .build())
        .withMessageContaining("the store is of two Vaults");
  }

  @Test
  void rejects_a_server_without_a_scheme() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> VaultStoreProps.builder().server(URI.create("//vault.example.org")).build())
        .withMessage(
            "'//vault.example.org' is not where a Vault can be: write scheme, host and port, as https://vault.example.org:8200");
  }
}

package io.github.homelab4j.secrets;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
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
  void rejects_a_server_without_a_scheme() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () -> VaultStoreProps.builder().server(URI.create("//vault.example.org")).build())
        .withMessage(
            "'//vault.example.org' is not where a Vault can be: write scheme, host and port, as https://vault.example.org:8200");
  }
}

package io.github.homelab4j.secrets;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class OnePasswordStoreTest {
  private final App app = new App();
  private final NamespaceRef namespace = NamespaceRef.of("external-secrets");
  private final SecretRef credentials = SecretRef.external("onepassword-credentials", namespace);
  private final OnePasswordConnect connect =
      new OnePasswordConnect(
          app,
          "onepassword-connect",
          OnePasswordConnectProps.builder()
              .credentials(credentials.key("1password-credentials.json"))
              .build());

  private OnePasswordStoreProps.Builder props() {
    return OnePasswordStoreProps.builder()
        .connect(connect.api())
        .token(SecretRef.external("onepassword-token", namespace).key("token"));
  }

  @Test
  void reads_the_vaults_in_order_through_connect() {
    var store =
        new OnePasswordStore(app, "onepassword", props().addVaults("homelab", "family").build());
    assertThat(store)
        .resource("ClusterSecretStore", "onepassword")
        .has(
            "/spec/provider/onepassword/connectHost",
            "http://onepassword-connect.external-secrets.svc.cluster.local:8080")
        .has("/spec/provider/onepassword/vaults/homelab", 1)
        .has("/spec/provider/onepassword/vaults/family", 2)
        .has(
            "/spec/provider/onepassword/auth/secretRef/connectTokenSecretRef/name",
            "onepassword-token")
        .has(
            "/spec/provider/onepassword/auth/secretRef/connectTokenSecretRef/namespace",
            "external-secrets")
        .has("/spec/provider/onepassword/auth/secretRef/connectTokenSecretRef/key", "token")
        .hasNo("/spec/provider/vault");
  }

  @Test
  void hands_out_items_that_know_their_store() {
    var store = new OnePasswordStore(app, "onepassword", props().addVaults("homelab").build());
    assertThat(store.item("cloudflare").store()).isEqualTo(store.store());
    assertThat(store.store().provider().component()).contains(store);
  }

  @Test
  void rejects_no_vault_and_one_given_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().build())
        .withMessage("vaults is []: name each vault that the token may read, once");
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().addVaults("homelab", "homelab").build())
        .withMessage("vaults is [homelab, homelab]: name each vault that the token may read, once");
  }
}

package io.github.homelab4j.secrets;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.SecretRef;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class OnePasswordConnectTest {
  private final SecretRef credentials =
      SecretRef.external("onepassword-credentials", NamespaceRef.of("external-secrets"));

  private OnePasswordConnectProps.Builder props() {
    return OnePasswordConnectProps.builder()
        .credentials(credentials.key("1password-credentials.json"));
  }

  @Test
  void reads_the_credentials_that_the_owner_brings() {
    var connect = new OnePasswordConnect(new App(), "onepassword-connect", props().build());
    assertThat(connect)
        .values()
        .has("/connect/credentialsName", "onepassword-credentials")
        .has("/connect/credentialsKey", "1password-credentials.json")
        .has("/connect/replicas", 2)
        .has("/connect/pdb/enabled", true)
        .has("/operator/create", false);
    assertThat(connect.api().http())
        .isEqualTo("http://onepassword-connect.external-secrets.svc.cluster.local:8080");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }

  @Test
  void rejects_credentials_of_another_namespace() {
    var elsewhere =
        SecretRef.external("onepassword-credentials", NamespaceRef.of("default"))
            .key("1password-credentials.json");
    var props = OnePasswordConnectProps.builder().credentials(elsewhere).build();
    var connect = new OnePasswordConnect(new App(), "onepassword-connect", props);
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(connect::objects)
        .withMessageContaining(
            "is in namespace default, but onepassword-connect runs in external-secrets");
  }
}

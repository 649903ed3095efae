package io.github.homelab4j.identity;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class KeycloakOperatorTest {
  private final App app = new App();

  @Test
  void comes_from_upstream_s_manifests_at_a_tag() {
    var operator =
        new KeycloakOperator(app, "keycloak-operator", KeycloakOperatorProps.builder().build());
    assertThat(operator)
        .resource("GitRepository", "keycloak-operator")
        .has("/spec/url", "https://github.com/keycloak/keycloak-k8s-resources")
        .has("/spec/ref/tag", operator.source().tag());
    assertThat(operator)
        .resource("Kustomization", "keycloak-operator-manifests")
        .has("/spec/path", "./kubernetes")
        .has("/spec/targetNamespace", "keycloak")
        .has("/spec/wait", true);
    assertThat(operator.installs()).containsExactly("k8s.keycloak.org");
  }

  @Test
  void rejects_a_namespace_that_upstream_s_binding_does_not_name() {
    var props = KeycloakOperatorProps.builder().namespace(NamespaceRef.of("sso")).build();
    var operator = new KeycloakOperator(app, "keycloak-operator", props);
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(operator::objects)
        .withMessage(
            "the Keycloak operator is put into sso, but upstream's ClusterRoleBinding names keycloak: leave its namespace out");
  }
}

package io.github.homelab4j.database;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class PluginBarmanCloudTest {
  @Test
  void runs_beside_its_operator_with_certificates_of_cert_manager() {
    var app = new App();
    var operator = new CloudNativePg(app, "cloudnative-pg", CloudNativePgProps.builder().build());
    var plugin =
        new PluginBarmanCloud(
            app,
            "plugin-barman-cloud",
            PluginBarmanCloudProps.builder().operator(operator.operator()).build());
    assertThat(plugin).values().has("/replicaCount", 1);
    assertThat(plugin.targetNamespace()).isEqualTo(operator.targetNamespace());
    assertThat(plugin.uses()).containsExactly("cert-manager.io");
    assertThat(plugin.installs()).containsExactly("barmancloud.cnpg.io");
  }

  @Test
  void rejects_another_namespace_than_the_operators() {
    var elsewhere = CloudNativePgProps.builder().namespace(NamespaceRef.of("databases")).build();
    var operator = new CloudNativePg(new App(), "cloudnative-pg", elsewhere).operator();
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> PluginBarmanCloudProps.builder().operator(operator).build())
        .withMessage(
            "the plugin would run in cnpg-system, but operator cloudnative-pg runs in databases and looks for plugins there only: "
                + "set namespace(NamespaceRef.of(\"databases\"))");
  }
}

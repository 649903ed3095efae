package io.github.homelab4j.ingress;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class GatewayApiTest {
  @Test
  void takes_the_stable_definitions_from_upstream_at_the_version_that_cilium_asks_for() {
    var api = new GatewayApi(new App(), "gateway-api", GatewayApiProps.builder().build());
    assertThat(api).resource("GitRepository", "gateway-api").has("/spec/ref/tag", "v1.5.1");
    assertThat(api)
        .resource("Kustomization", "gateway-api-manifests")
        .has("/spec/path", "./config/crd/standard");
    assertThat(api.installs()).containsExactly("gateway.networking.k8s.io");
  }

  @Test
  void leaves_the_definitions_when_it_is_removed() {
    var api = new GatewayApi(new App(), "gateway-api", GatewayApiProps.builder().build());
    assertThat(api)
        .resource("Kustomization", "gateway-api-manifests")
        .has("/spec/patches/0/target/kind", "CustomResourceDefinition")
        .has(
            "/spec/patches/0/patch",
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: all
              annotations:
                kustomize.toolkit.fluxcd.io/prune: disabled
            """);
  }

  @Test
  void takes_the_experimental_ones_when_asked() {
    var api =
        new GatewayApi(
            new App(), "gateway-api", GatewayApiProps.builder().experimental(true).build());
    assertThat(api)
        .resource("Kustomization", "gateway-api-manifests")
        .has("/spec/path", "./config/crd/experimental");
  }
}

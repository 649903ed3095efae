package io.github.homelab4j.ingress;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.CertificateRef;
import io.github.homelab4j.core.GatewayClassRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class GatewayTest {
  private static final Provider TEST = Provider.external("a test");

  @Test
  void serves_https_with_the_certificate_to_routes_of_all_namespaces() {
    assertThat(gateway())
        .resource("Gateway", "gateway")
        .has("/metadata/namespace", "gateway")
        .has("/spec/gatewayClassName", "cilium")
        .has("/spec/addresses/0/type", "IPAddress")
        .has("/spec/addresses/0/value", "10.9.0.200")
        .has("/spec/listeners/1/protocol", "HTTPS")
        .has("/spec/listeners/1/hostname", "*.example.org")
        .has("/spec/listeners/1/tls/certificateRefs/0/name", "wildcard-tls")
        .has("/spec/listeners/1/allowedRoutes/namespaces/from", "All");
  }

  @Test
  void answers_plain_http_with_a_redirect_only() {
    assertThat(gateway())
        .resource("Gateway", "gateway")
        .has("/spec/listeners/0/port", 80)
        .has("/spec/listeners/0/allowedRoutes/namespaces/from", "Same");
    assertThat(gateway())
        .resource("HTTPRoute", "gateway-redirect")
        .has("/spec/parentRefs/0/sectionName", "http")
        .has("/spec/rules/0/filters/0/requestRedirect/scheme", "https")
        .has("/spec/rules/0/filters/0/requestRedirect/statusCode", 301);
  }

  @Test
  void provides_the_https_listener() {
    var listener = gateway().listener();
    assertThat(listener.describe()).isEqualTo("listener https of gateway gateway/gateway");
    assertThat(listener.hostname()).isEqualTo(Hostname.of("*.example.org"));
  }

  @Test
  void rejects_names_that_the_certificate_is_not_valid_for() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props("*.example.com", "gateway"))
        .withMessage(
            "certificate wildcard-tls is valid for [*.example.org], not for *.example.com: serve a name that it covers");
  }

  @Test
  void rejects_a_certificate_out_of_reach() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props("*.example.org", "cert-manager"))
        .withMessage(
            "certificate wildcard-tls is in namespace cert-manager, but the Gateway runs in gateway: put one where the other is");
  }

  private static Gateway gateway() {
    return new Gateway(new App(), "gateway", props("*.example.org", "gateway"));
  }

  private static GatewayProps props(String hostname, String certificateNamespace) {
    return GatewayProps.builder()
        .gatewayClass(new GatewayClassRef("cilium", TEST))
        .hostname(Hostname.of(hostname))
        .certificate(
            new CertificateRef(
                new SecretRef("wildcard-tls", certificateNamespace, TEST),
                List.of(Hostname.of("*.example.org"))))
        .address(
            new LoadBalancerPool("east", IpRange.of("10.9.0.200", "10.9.0.249"))
                .reserve("gateway", "10.9.0.200"))
        .build();
  }
}

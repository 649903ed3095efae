package io.github.homelab4j.certificates;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.unit.Hostname;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class TlsCertificateTest {
  private final IssuerRef issuer = new IssuerRef("letsencrypt-prod", Provider.external("a test"));

  @Test
  void is_kept_in_a_secret_beside_the_gateway() {
    var props =
        TlsCertificateProps.builder()
            .namespace(NamespaceRef.of("edge"))
            .issuer(issuer)
            .addHostnames(Hostname.of("*.example.org"));
    var wildcard = new TlsCertificate(new App(), "wildcard", props.build());
    assertThat(wildcard)
        .resource("Certificate", "wildcard")
        .has("/metadata/namespace", "edge")
        .has("/spec/secretName", "wildcard")
        .has("/spec/issuerRef/kind", "ClusterIssuer")
        .has("/spec/issuerRef/name", "letsencrypt-prod")
        .has("/spec/dnsNames/0", "*.example.org");
    assertThat(wildcard.certificate().secret().namespace()).isEqualTo("edge");
    assertThat(wildcard.certificate().covers(Hostname.of("harbor.example.org"))).isTrue();
    assertThat(wildcard.certificate().covers(Hostname.of("example.org"))).isFalse();
  }

  @Test
  void rejects_no_name() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> TlsCertificateProps.builder().issuer(issuer).build())
        .withMessage("hostnames is empty: name what the certificate is for");
  }
}

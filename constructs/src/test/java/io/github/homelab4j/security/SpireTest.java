package io.github.homelab4j.security;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.unit.Hostname;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class SpireTest {
  private SpireProps.Builder props() {
    return SpireProps.builder()
        .trustDomain(Hostname.of("example.org"))
        .clusterName("infra")
        .organization("Example")
        .storage(new StorageClassRef("block", false, Provider.external("a test")));
  }

  @Test
  void names_identities_after_the_trust_domain() {
    assertThat(new Spire(new App(), "spire", props().country("ID").build()))
        .values()
        .has("/global/spire/trustDomain", "example.org")
        .has("/global/spire/clusterName", "infra")
        .has("/global/spire/jwtIssuer", "https://oidc-discovery.example.org")
        .has("/global/spire/persistence/storageClass", "block")
        .has("/global/spire/caSubject/commonName", "example.org")
        .has("/spiffe-oidc-discovery-provider/enabled", false);
  }

  @Test
  void stays_in_the_one_namespace_that_the_cluster_declares_for_it() {
    var spire = new Spire(new App(), "spire", props().country("ID").build());
    assertThat(spire)
        .values()
        .has("/global/spire/recommendations/enabled", true)
        .has("/global/spire/recommendations/namespaceLayout", false);
    assertThat(spire.podSecurity()).isEqualTo(PodSecurity.PRIVILEGED);
  }

  @Test
  void takes_its_kinds_from_a_component_of_their_own() {
    var app = new App();
    assertThat(new SpireCrds(app, "spire-crds", SpireCrdsProps.builder().build()).installs())
        .containsAll(new Spire(app, "spire", props().country("ID").build()).uses());
  }

  @Test
  void rejects_what_is_no_country() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().country("Indonesia").build())
        .withMessage(
            "country is 'Indonesia': a certificate's subject takes the two capital letters of ISO 3166, as ID");
  }
}

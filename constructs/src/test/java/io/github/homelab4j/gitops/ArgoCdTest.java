package io.github.homelab4j.gitops;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ArgoCdTest {
  private final Provider test = Provider.external("a test");
  private final OidcClientRef login =
      new OidcClientRef(
          Hostname.of("keycloak.example.org"),
          "https://keycloak.example.org/realms/home",
          "argo-cd",
          new SecretStoreRef("onepassword", test).item("argo-cd").key("client-secret"),
          test);

  private ArgoCdProps.Builder props() {
    return ArgoCdProps.builder()
        .hostname(Hostname.of("argocd.example.org"))
        .entry(
            new ListenerRef(
                "internal",
                "gateway",
                "https",
                Hostname.of("*.example.org"),
                Ip.of("10.0.0.1"),
                test));
  }

  @Test
  void is_reached_through_the_gateway_without_tls_of_its_own() {
    var argo = new ArgoCd(new App(), "argo-cd", props().build());
    assertThat(argo)
        .resource("HTTPRoute", "argo-cd")
        .has("/spec/hostnames/0", "argocd.example.org")
        .has("/spec/rules/0/backendRefs/0/name", "argocd-server")
        .has("/spec/rules/0/backendRefs/0/port", 80);
    assertThat(argo)
        .values()
        .has("/server/extraArgs/0", "--insecure")
        .has("/fullnameOverride", "argocd")
        .has("/global/domain", "argocd.example.org");
  }

  @Test
  void is_reached_through_an_ingress() {
    var entry =
        new IngressRef("nginx", new IssuerRef("letsencrypt", test), Ip.of("10.0.0.65"), test);
    var props =
        ArgoCdProps.builder().hostname(Hostname.of("argocd.example.org")).entry(entry).build();
    assertThat(new ArgoCd(new App(), "argo-cd", props))
        .resource("Ingress", "argo-cd")
        .has("/spec/rules/0/host", "argocd.example.org")
        .has("/spec/tls/0/secretName", "argo-cd-tls")
        .has("/spec/rules/0/http/paths/0/backend/service/name", "argocd-server")
        .has("/spec/rules/0/http/paths/0/backend/service/port/number", 80);
  }

  @Test
  void keeps_a_server_during_a_drain() {
    assertThat(new ArgoCd(new App(), "argo-cd", props().build()))
        .values()
        .has("/server/replicas", 2)
        .has("/server/pdb/enabled", true)
        .has("/repoServer/pdb/maxUnavailable", 1)
        .has("/dex/enabled", false);
  }

  @Test
  void logs_people_in_with_a_client_whose_secret_it_only_names() {
    var argo = new ArgoCd(new App(), "argo-cd", props().login(login).build());
    assertThat(argo)
        .values()
        .has("/configs/cm/admin.enabled", false)
        .has(
            "/configs/cm/oidc.config",
            """
            name: Single sign-on
            issuer: https://keycloak.example.org/realms/home
            clientID: argo-cd
            clientSecret: $argo-cd-oidc:clientSecret
            requestedScopes: ["openid", "profile", "email"]
            """)
        .has("/configs/rbac/policy.csv", "g, admins, role:admin\n");
    assertThat(argo)
        .resource("ExternalSecret", "argo-cd-oidc")
        .has("/spec/target/template/metadata/labels/app.kubernetes.io~1part-of", "argocd")
        .has("/spec/data/0/remoteRef/key", "argo-cd");
  }

  @Test
  void keeps_its_own_administrator_as_long_as_there_is_no_other_login() {
    assertThat(new ArgoCd(new App(), "argo-cd", props().build()))
        .values()
        .has("/configs/cm/admin.enabled", true)
        .hasNo("/configs/cm/oidc.config");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

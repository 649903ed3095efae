package io.github.homelab4j.ingress;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.EntryRef;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import java.util.Map;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class WebUiTest {
  private static final Provider TEST = Provider.external("a test");

  @Test
  void routes_its_host_name_to_the_interface() {
    assertThat(ui("hubble.example.org"))
        .resource("HTTPRoute", "hubble-ui")
        .has("/metadata/namespace", "kube-system")
        .has("/spec/hostnames/0", "hubble.example.org")
        .has("/spec/parentRefs/0/sectionName", "https")
        .has("/spec/rules/0/backendRefs/0/name", "hubble-ui")
        .has("/spec/rules/0/backendRefs/0/port", 80);
  }

  @Test
  void warns_where_no_login_is_asked_for() {
    assertThat(ui("hubble.example.org").notes())
        .containsExactly(
            "Whoever reaches hubble.example.org sees who talks to whom: the page asks for no login.");
    assertThat(new WebUi(new App(), "ui", props("hubble.example.org").build()).notes()).isEmpty();
  }

  @Test
  void may_name_its_route_otherwise() {
    var named = props("hubble.example.org").name("hubble").build();
    assertThat(new WebUi(new App(), "hubble-ui", named)).resource("HTTPRoute", "hubble");
  }

  @Test
  void is_where_the_interface_is() {
    assertThat(ui("hubble.example.org").targetNamespace()).isEqualTo("kube-system");
  }

  @Test
  void is_entered_through_an_ingress_in_the_namespace_of_the_interface() {
    var entry =
        new IngressRef("nginx", new IssuerRef("letsencrypt", TEST), Ip.of("10.9.0.201"), TEST);
    assertThat(new WebUi(new App(), "hubble-ui", props("hubble.example.org", entry).build()))
        .resource("Ingress", "hubble-ui")
        .has("/metadata/namespace", "kube-system")
        .has("/metadata/annotations/cert-manager.io~1cluster-issuer", "letsencrypt")
        .has("/spec/ingressClassName", "nginx")
        .has("/spec/tls/0/secretName", "hubble-ui-tls")
        .has("/spec/rules/0/host", "hubble.example.org")
        .has("/spec/rules/0/http/paths/0/backend/service/name", "hubble-ui")
        .has("/spec/rules/0/http/paths/0/backend/service/port/number", 80);
  }

  @Test
  void rejects_a_name_that_the_gateway_does_not_serve() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(ui("hubble.example.com")::objects)
        .withMessageContaining("does not cover hubble.example.com");
  }

  private static WebUi ui(String hostname) {
    var props = props(hostname).withoutLogin("sees who talks to whom").build();
    return new WebUi(new App(), "hubble-ui", props);
  }

  private static WebUiProps.Builder props(String hostname) {
    var listener =
        new ListenerRef(
            "gateway", "gateway", "https", Hostname.of("*.example.org"), Ip.of("10.9.0.200"), TEST);
    return props(hostname, listener);
  }

  private static WebUiProps.Builder props(String hostname, EntryRef entry) {
    var service =
        new ServiceRef(
            "hubble-ui",
            "kube-system",
            Port.of(80),
            Port.of(8081),
            Map.of("k8s-app", "hubble-ui"),
            TEST);
    return WebUiProps.builder().hostname(Hostname.of(hostname)).entry(entry).ui(service);
  }
}

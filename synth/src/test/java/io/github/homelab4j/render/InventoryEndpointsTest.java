package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.EntryRef;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.Provider;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Operator;
import io.github.homelab4j.example.Settings;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.ingress.WebUi;
import io.github.homelab4j.ingress.WebUiProps;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class InventoryEndpointsTest {
  private static final Provider TEST = Provider.external("the test");
  private static final Ip ADDRESS = Ip.of("192.0.2.110");

  @Test
  void names_where_an_ingress_leads_from() throws IOException {
    endpoint(new IngressRef("nginx", new IssuerRef("letsencrypt", TEST), ADDRESS, TEST));
  }

  @Test
  void names_where_a_route_leads_from() throws IOException {
    var names = Hostname.of("*.example.org");
    endpoint(new ListenerRef("gateway", "gateway", "https", names, ADDRESS, TEST));
  }

  private static void endpoint(EntryRef entry) throws IOException {
    var homelab = new ExampleHomelab();
    var operator = new Operator(homelab.one(), "operator", Settings.none());
    var props =
        WebUiProps.builder()
            .ui(operator.service())
            .hostname(Hostname.of("ui.example.org"))
            .entry(entry)
            .build();
    new WebUi(homelab.one(), "ui", props);
    var resolution = Resolver.resolve(homelab);
    var model = resolution.clusters().get(0);
    var text = Inventory.of(resolution, model, Checks.run(resolution));
    assertThat(new ObjectMapper().readTree(text).at("/components/1/endpoints/0").asText())
        .isEqualTo("ui.example.org");
  }
}

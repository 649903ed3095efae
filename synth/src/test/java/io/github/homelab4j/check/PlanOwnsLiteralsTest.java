package io.github.homelab4j.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.ValuesPatch;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanOwnsLiteralsTest {
  @Test
  void an_address_that_the_plan_does_not_have_is_found_wherever_it_stands() {
    assertThat(check("--proxy=http://10.99.0.1:3128"))
        .extracting(Finding::code, Finding::path, Finding::message)
        .containsExactly(
            tuple(
                "ADDRESS_NOT_IN_PLAN",
                "one/metrics-server",
                "10.99.0.1 in /spec/values/note of HelmRelease kube-system/metrics-server is not of the plan: add it there and pass it on"));
  }

  @Test
  void an_address_of_the_plan_is_nobodys_business() {
    assertThat(check("192.0.2.11, 192.0.2.0/24 and 127.0.0.1")).isEmpty();
  }

  @Test
  void versions_and_names_are_no_addresses() {
    assertThat(check("v1.2.3.4, 1.2.3, 1.2.3.4-rc1 and 1.2.3.4.5")).isEmpty();
  }

  @Test
  void a_host_name_of_the_domain_needs_a_record() {
    assertThat(check("https://wiki." + domain() + "/"))
        .extracting(Finding::code)
        .containsExactly("HOSTNAME_NOT_IN_PLAN");
    assertThat(check("me@" + domain())).isEmpty();
  }

  private static String domain() {
    return new ExampleHomelab().plan().domain().name();
  }

  private static List<Finding> check(String text) {
    var homelab = new ExampleHomelab();
    var patch = ValuesPatch.of().set("note", text);
    new MetricsServer(
        homelab.one(),
        "metrics-server",
        MetricsServerProps.builder().metrics(false).extraValues(patch).build());
    return Checks.run(Resolver.resolve(homelab)).findings();
  }
}

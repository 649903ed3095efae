package io.github.homelab4j.check.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.check.Checks;
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
  void an_ipv6_address_that_the_plan_does_not_have_is_found() {
    assertThat(check("ask [fd00:99::1]:53, fd00:99:0:0:0:0:0:2 or FD00:99::3/64"))
        .extracting(finding -> finding.message().substring(0, finding.message().indexOf(" in ")))
        .containsExactlyInAnyOrder("fd00:99::1", "fd00:99:0:0:0:0:0:2", "FD00:99::3/64");
  }

  @Test
  void what_looks_like_an_ipv6_address_is_none() {
    assertThat(
            check(
                "10:30:45, 00:1a:2b:3c:4d:5e, std::string, a::b, ::add, sha256:0123::x, [::]:80,"
                    + " ::1, fe80::1 and urn:a:1"))
        .isEmpty();
  }

  @Test
  void networks_of_the_plan_are_nobodys_business_and_parts_of_them_are() {
    assertThat(check("10.11.0.0/16, 10.21.0.10 and 192.0.2.11/32")).isEmpty();
    assertThat(check("10.11.0.0/17")).hasSize(1);
  }

  @Test
  void host_names_are_found_at_any_depth() {
    assertThat(check("https://a.b.c." + domain() + ":8443/x"))
        .extracting(Finding::message)
        .containsExactly(
            "a.b.c.example.org in /spec/values/note of HelmRelease kube-system/metrics-server is"
                + " not one of the plan's records: add a record there and pass its name on");
    assertThat(check("*." + domain() + ", " + domain() + " and example.org.evil.com")).isEmpty();
  }

  @Test
  void keys_are_looked_at_and_prefixes_of_labels_are_not() {
    assertThat(checkKey("wiki." + domain())).hasSize(1);
    assertThat(checkKey("10.99.0.1")).hasSize(1);
    assertThat(checkKey("backup." + domain() + "/schedule")).isEmpty();
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
    return check(ValuesPatch.of().set("note", text));
  }

  private static List<Finding> checkKey(String key) {
    return check(ValuesPatch.of().set("note." + key.replace(".", "\\."), "here"));
  }

  private static List<Finding> check(ValuesPatch patch) {
    var homelab = new ExampleHomelab();
    new MetricsServer(
        homelab.one(),
        "metrics-server",
        MetricsServerProps.builder().metrics(false).extraValues(patch).build());
    return Checks.run(Resolver.resolve(homelab)).findings();
  }
}

package io.github.homelab4j.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Operator;
import io.github.homelab4j.example.Settings;
import io.github.homelab4j.example.Workload;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.hosts.NfsServer;
import io.github.homelab4j.hosts.NfsServerProps;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is composed and switched off is checked and listed, and nothing of it is written. */
class SwitchedOffTest {
  private final ExampleHomelab homelab = new ExampleHomelab();

  @Test
  void nothing_of_it_is_written() {
    new Operator(homelab.one(), "operator", Settings.none());
    new Workload(homelab.one(), "workload", Settings.none().in("spare").off());
    var synthesis = Synthesizer.synthesize(homelab);
    assertThat(synthesis.cluster("one").units()).extracting(Unit::name).containsExactly("operator");
    assertThat(synthesis.files().get("one").keySet()).noneMatch(file -> file.contains("workload"));
    assertThat(synthesis.files().get("one").keySet()).noneMatch(file -> file.contains("spare"));
  }

  @Test
  void no_file_of_a_machine_is_written_either() {
    var nas =
        HostPlan.builder()
            .name("nas")
            .purpose("storage")
            .addAddresses(Ip.of("192.0.2.30"))
            .addServices(HostService.tcp("nfs", 2049, "volumes"))
            .build();
    var media = new NfsServerProps.Export("/tank/media", List.of(Cidr.of("192.0.2.0/24")), true);
    var props = NfsServerProps.builder().host(nas).addExports(media);
    new NfsServer(homelab.one(), "nfs", props.enabled(false).build());
    var one = Resolver.resolve(homelab).clusters().get(0);
    assertThat(one.hosts()).isEmpty();
    assertThat(one.switchedOff()).extracting(Component::id).containsExactly("nfs");
    assertThat(Resolver.resolveAll(homelab).clusters().get(0).hosts()).hasSize(1);
  }

  @Test
  void readers_of_the_cluster_see_that_it_is_off() throws IOException {
    new Operator(homelab.one(), "operator", Settings.none());
    new Workload(homelab.one(), "workload", Settings.none().off());
    var files = Synthesizer.synthesize(homelab).files();
    assertThat(files.get("one").get("README.md"))
        .contains("## Switched off\n")
        .contains("| workload | apps |  | [workload](https://example.org) |");
    assertThat(files.get("two").get("README.md")).doesNotContain("Switched off");
    var listed = new ObjectMapper().readTree(files.get("one").get("inventory.json"));
    assertThat(listed.at("/components")).hasSize(1);
    assertThat(listed.at("/components/0/name").asText()).isEqualTo("operator");
    assertThat(listed.at("/switchedOff")).hasSize(1);
    assertThat(listed.at("/switchedOff/0/name").asText()).isEqualTo("workload");
  }

  @Test
  void it_may_refer_to_what_runs_and_to_what_is_off() {
    var running = new Operator(homelab.one(), "running", Settings.none());
    var off = new Workload(homelab.one(), "off", Settings.needing(running.storage()).off());
    assertThat(off.props().enabled()).isFalse();
    assertThat(findings()).isEmpty();
  }

  @Test
  void what_runs_cannot_refer_to_it() {
    var operator = new Operator(homelab.one(), "operator", Settings.none().off());
    new Workload(homelab.one(), "workload", Settings.needing(operator.storage()));
    assertThat(findings())
        .extracting(Finding::code, Finding::path, Finding::message)
        .containsExactly(
            tuple(
                "REF_SWITCHED_OFF",
                "one/workload",
                "needs[0] is storage class operator of one/operator, which is switched off: switch it on, or switch workload off too"));
  }

  @Test
  void what_it_installs_is_not_there_for_others() {
    new Operator(homelab.one(), "operator", Settings.none().off());
    new Workload(homelab.one(), "workload", Settings.none().widgets(1));
    assertThat(findings()).extracting(Finding::code).containsExactly("CRD_NOT_PROVIDED");
  }

  @Test
  void it_is_checked_as_though_it_ran() {
    new Workload(homelab.one(), "workload", Settings.none().widgets(1).off());
    assertThat(findings())
        .extracting(Finding::code, Finding::path)
        .containsExactly(tuple("CRD_NOT_PROVIDED", "one/workload"));
  }

  private List<Finding> findings() {
    return Checks.run(Resolver.resolve(homelab)).findings();
  }
}

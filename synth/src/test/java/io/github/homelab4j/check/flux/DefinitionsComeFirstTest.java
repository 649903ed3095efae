package io.github.homelab4j.check.flux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.homelab4j.check.Checks;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Operator;
import io.github.homelab4j.example.Settings;
import io.github.homelab4j.example.Workload;
import io.github.homelab4j.graph.Resolver;
import org.junit.jupiter.api.Test;

/** Judged over the final graph: what the engine derived is not taken on trust. */
class DefinitionsComeFirstTest {
  private final ExampleHomelab homelab = new ExampleHomelab();

  @Test
  void who_installs_a_definition_is_waited_for() {
    new Operator(homelab.one(), "operator", Settings.none());
    new Workload(homelab.one(), "workload", Settings.none().widgets(1));
    assertThat(Checks.run(Resolver.resolve(homelab)).findings()).isEmpty();
  }

  @Test
  void an_edge_that_is_missing_is_told() {
    new Operator(homelab.one(), "operator", Settings.none());
    new Workload(homelab.one(), "workload", Settings.none().widgets(1));
    var resolution = Resolver.resolve(homelab);
    resolution.clusters().get(0).byKustomization().get("workload").dependsOn().clear();
    assertThat(Checks.run(resolution).findings())
        .extracting(Finding::code, Finding::message)
        .containsExactly(
            tuple(
                "CRD_NOT_PROVIDED",
                "Widget apps/workload-0 needs the definitions of example.org, and does not wait for operator, which installs them: let its component depend on it"));
  }
}

package io.github.homelab4j.gitops;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class FluxOperatorTest {
  private final App app = new App();

  @Test
  void serves_no_page_unless_told() {
    assertThat(new FluxOperator(app, "a", FluxOperatorProps.builder().build()))
        .values()
        .has("/web/enabled", false);
    assertThat(new FluxOperator(app, "b", FluxOperatorProps.builder().web(true).build()))
        .values()
        .has("/web/enabled", true);
  }

  @Test
  void reports_as_often_as_it_is_scraped() {
    assertThat(new FluxOperator(app, "a", FluxOperatorProps.builder().build()))
        .values()
        .has("/reporting/interval", "30s")
        .has("/serviceMonitor/create", true);
    assertThat(new FluxOperator(app, "b", FluxOperatorProps.builder().metrics(false).build()))
        .values()
        .has("/reporting/interval", "5m");
  }

  @Test
  void brings_the_kind_of_the_instance_but_not_those_of_flux() {
    var operator = new FluxOperator(app, "flux-operator", FluxOperatorProps.builder().build());
    assertThat(operator.installs()).containsExactly("fluxcd.controlplane.io");
  }
}

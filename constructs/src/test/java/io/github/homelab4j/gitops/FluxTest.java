package io.github.homelab4j.gitops;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class FluxTest {
  private final App app = new App();
  private final FluxOperator operator =
      new FluxOperator(app, "flux-operator", FluxOperatorProps.builder().build());

  @Test
  void runs_all_controllers_at_an_exact_version_and_syncs_nothing_itself() {
    assertThat(new Flux(app, "flux", FluxProps.builder().operator(operator.operator()).build()))
        .resource("FluxInstance", "flux")
        .has("/metadata/namespace", "flux-system")
        .has("/spec/distribution/version", "2.9.4")
        .has("/spec/components/4", "image-reflector-controller")
        .has("/spec/components/5", "image-automation-controller")
        .has("/spec/cluster/networkPolicy", true)
        .has("/spec/cluster/size", "medium")
        .hasNo("/spec/sync");
  }

  @Test
  void leaves_the_image_controllers_out_when_told() {
    assertThat(
            new Flux(
                app,
                "flux",
                FluxProps.builder().operator(operator.operator()).imageAutomation(false).build()))
        .resource("FluxInstance", "flux")
        .has("/spec/components/3", "notification-controller")
        .hasNo("/spec/components/4");
  }

  @Test
  void is_scraped_by_the_port_that_all_controllers_have() {
    assertThat(new Flux(app, "flux", FluxProps.builder().operator(operator.operator()).build()))
        .resource("PodMonitor", "flux")
        .has("/spec/selector/matchLabels/app.kubernetes.io~1part-of", "flux")
        .has("/spec/podMetricsEndpoints/0/port", "http-prom");
    assertThat(
            new Flux(
                app,
                "unwatched",
                FluxProps.builder().operator(operator.operator()).metrics(false).build()))
        .emitsNo("PodMonitor");
  }

  @Test
  void rejects_another_namespace_than_its_operator_s() {
    var flux =
        new Flux(
            app,
            "flux",
            FluxProps.builder()
                .operator(operator.operator())
                .namespace(NamespaceRef.of("flux"))
                .build());
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(flux::objects)
        .withMessage(
            "Flux runs in flux, but its operator in flux-system, where it looks for its instance: give both the same namespace");
  }
}

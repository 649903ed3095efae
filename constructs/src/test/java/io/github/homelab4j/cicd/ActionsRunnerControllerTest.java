package io.github.homelab4j.cicd;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.PodSecurity;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ActionsRunnerControllerTest {
  @Test
  void runs_restricted_although_its_chart_says_nothing() {
    var controller = controller(ActionsRunnerControllerProps.builder());
    assertThat(controller)
        .values()
        .has("/podSecurityContext/runAsNonRoot", true)
        .has("/podSecurityContext/seccompProfile/type", "RuntimeDefault")
        .has("/securityContext/allowPrivilegeEscalation", false)
        .has("/securityContext/capabilities/drop/0", "ALL");
    assertThat(controller.podSecurity()).isEqualTo(PodSecurity.RESTRICTED);
  }

  @Test
  void owns_the_kinds_of_its_group() {
    assertThat(controller(ActionsRunnerControllerProps.builder()).installs())
        .containsExactly("actions.github.com");
  }

  @Test
  void has_its_listeners_scraped_as_well() {
    assertThat(controller(ActionsRunnerControllerProps.builder()))
        .resource("PodMonitor", "actions-runner-controller")
        .has("/spec/podMetricsEndpoints/0/port", "metrics")
        .has("/spec/selector/matchExpressions/0/values/1", "runner-scale-set-listener");
    assertThat(controller(ActionsRunnerControllerProps.builder().metrics(false)))
        .emitsNo("PodMonitor")
        .values()
        .hasNo("/metrics");
  }

  @Test
  void may_lose_one_of_several_copies_to_a_drain() {
    assertThat(controller(ActionsRunnerControllerProps.builder().replicas(2)))
        .resource("PodDisruptionBudget", "actions-runner-controller")
        .has("/spec/maxUnavailable", 1);
    assertThat(controller(ActionsRunnerControllerProps.builder())).emitsNo("PodDisruptionBudget");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> ActionsRunnerControllerProps.builder().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }

  private static ActionsRunnerController controller(ActionsRunnerControllerProps.Builder props) {
    return new ActionsRunnerController(new App(), "actions-runner-controller", props.build());
  }
}

package io.github.homelab4j.cache;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class DragonflyOperatorTest {
  @Test
  void keeps_an_operator_while_a_node_is_drained() {
    var operator =
        new DragonflyOperator(
            new App(), "dragonfly-operator", DragonflyOperatorProps.builder().build());
    assertThat(operator)
        .values()
        .has("/replicaCount", 2)
        .has("/rbacProxy/enabled", false)
        .has("/podSecurityContext/seccompProfile/type", "RuntimeDefault");
    assertThat(operator)
        .resource("PodDisruptionBudget", "dragonfly-operator")
        .has("/spec/maxUnavailable", 1);
    assertThat(operator.installs()).containsExactly("dragonflydb.io");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> DragonflyOperatorProps.builder().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

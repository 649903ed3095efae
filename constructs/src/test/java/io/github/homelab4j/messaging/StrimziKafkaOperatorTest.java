package io.github.homelab4j.messaging;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class StrimziKafkaOperatorTest {
  @Test
  void watches_only_what_it_is_told_to() {
    var strimzi =
        new StrimziKafkaOperator(
            new App(), "strimzi-kafka-operator", StrimziKafkaOperatorProps.builder().build());
    assertThat(strimzi)
        .values()
        .has("/replicas", 2)
        .has("/watchNamespaces/0", "kafka")
        .has("/podDisruptionBudget/enabled", true)
        .has("/extraEnvs/0/value", "restricted");
    assertThat(strimzi.watches("kafka")).isTrue();
    assertThat(strimzi.watches("gitlab")).isFalse();
    assertThat(strimzi.installs()).containsExactly("core.strimzi.io", "kafka.strimzi.io");
  }

  @Test
  void has_no_budget_over_a_single_copy() {
    var props = StrimziKafkaOperatorProps.builder().replicas(1).metrics(false).build();
    assertThat(new StrimziKafkaOperator(new App(), "strimzi-kafka-operator", props))
        .emitsNo("PodMonitor")
        .values()
        .has("/podDisruptionBudget/enabled", false);
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> StrimziKafkaOperatorProps.builder().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

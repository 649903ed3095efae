package io.github.homelab4j.database;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class CloudNativePgTest {
  @Test
  void keeps_an_operator_while_a_node_is_drained() {
    var operator =
        new CloudNativePg(new App(), "cloudnative-pg", CloudNativePgProps.builder().build());
    assertThat(operator).values().has("/replicaCount", 2);
    assertThat(operator)
        .resource("PodDisruptionBudget", "cloudnative-pg")
        .has("/spec/maxUnavailable", 1)
        .has("/spec/selector/matchLabels/app.kubernetes.io~1instance", "cloudnative-pg");
  }

  @Test
  void has_no_budget_over_a_single_copy() {
    assertThat(
            new CloudNativePg(
                new App(), "cloudnative-pg", CloudNativePgProps.builder().replicas(1).build()))
        .emitsNo("PodDisruptionBudget");
  }

  @Test
  void owns_the_kinds_of_postgresql() {
    var operator =
        new CloudNativePg(new App(), "cloudnative-pg", CloudNativePgProps.builder().build());
    assertThat(operator.installs()).containsExactly("postgresql.cnpg.io");
    assertThat(operator.operator().provider().component()).contains(operator);
  }

  @Test
  void starts_after_the_definitions_of_snapshots_unless_it_takes_none() {
    var operator =
        new CloudNativePg(new App(), "cloudnative-pg", CloudNativePgProps.builder().build());
    assertThat(operator.uses()).containsExactly("monitoring.coreos.com", "snapshot.storage.k8s.io");
    var without = CloudNativePgProps.builder().volumeSnapshots(false).build();
    assertThat(new CloudNativePg(new App(), "cloudnative-pg", without).uses())
        .containsExactly("monitoring.coreos.com");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> CloudNativePgProps.builder().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

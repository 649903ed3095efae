package io.github.homelab4j.secrets;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ExternalSecretsTest {
  private final App app = new App();

  @Test
  void elects_a_leader_among_two_copies_and_keeps_one_during_a_drain() {
    assertThat(new ExternalSecrets(app, "external-secrets", ExternalSecretsProps.builder().build()))
        .values()
        .has("/replicaCount", 2)
        .has("/leaderElect", true)
        .has("/podDisruptionBudget/enabled", true)
        .has("/webhook/replicaCount", 2)
        .has("/webhook/podDisruptionBudget/enabled", true)
        .has("/certController/replicaCount", 2)
        .has("/certController/podDisruptionBudget/enabled", true)
        .has(
            "/webhook/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name",
            "external-secrets-webhook");
  }

  @Test
  void has_no_budget_for_a_single_copy_which_could_never_be_drained() {
    assertThat(
            new ExternalSecrets(
                app, "external-secrets", ExternalSecretsProps.builder().replicas(1).build()))
        .values()
        .has("/leaderElect", false)
        .has("/podDisruptionBudget/enabled", false)
        .has("/webhook/podDisruptionBudget/enabled", false);
  }

  @Test
  void does_without_cert_manager() {
    var secrets =
        new ExternalSecrets(app, "external-secrets", ExternalSecretsProps.builder().build());
    assertThat(secrets.uses()).containsExactly("monitoring.coreos.com");
    assertThat(secrets).values().has("/installCRDs", true).hasNo("/webhook/certManager");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> ExternalSecretsProps.builder().replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

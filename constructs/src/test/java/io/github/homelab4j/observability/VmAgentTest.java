package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import org.junit.jupiter.api.Test;

class VmAgentTest {
  private final VmAgentProps.Builder props =
      VmAgentProps.builder().operator(Lab.OPERATOR).remoteWrite(Lab.METRICS);

  @Test
  void writes_to_the_given_database_under_its_clusters_name() {
    assertThat(new VmAgent(new Lab(), "vmagent", props.build()))
        .resource("VMAgent", "main")
        .has(
            "/spec/remoteWrite/0/url",
            "http://vmsingle.observability.svc.cluster.local:8428/api/v1/write")
        .has("/spec/externalLabels/cluster", "apps")
        .has("/spec/remoteWriteSettings/maxDiskUsagePerURL", 1_073_741_824);
  }

  @Test
  void scrapes_every_monitor_of_every_namespace() {
    assertThat(new VmAgent(new Lab(), "vmagent", props.build()))
        .resource("VMAgent", "main")
        .has("/spec/selectAllByDefault", true)
        .has("/spec/scrapeInterval", "30s");
  }

  @Test
  void scrapes_kubelets_and_their_containers() {
    var agent = new VmAgent(new Lab(), "vmagent", props.build());
    assertThat(agent)
        .resource("VMNodeScrape", "vmagent-kubelet")
        .has("/spec/path", "/metrics")
        .has("/spec/relabelConfigs/0/replacement", "kubelet");
    assertThat(agent)
        .resource("VMNodeScrape", "vmagent-cadvisor")
        .has("/spec/path", "/metrics/cadvisor")
        .has("/spec/bearerTokenFile", "/var/run/secrets/kubernetes.io/serviceaccount/token")
        .has("/spec/metricRelabelConfigs/0/action", "labeldrop");
  }

  @Test
  void survives_a_drained_node_by_a_second_copy_and_the_operators_own_budget() {
    assertThat(new VmAgent(new Lab(), "vmagent", props.build()))
        .resource("VMAgent", "main")
        .has("/spec/replicaCount", 2)
        .has("/spec/podDisruptionBudget/maxUnavailable", 1)
        .has("/spec/topologySpreadConstraints/0/topologyKey", "kubernetes.io/hostname");
  }

  @Test
  void has_no_budget_with_one_copy() {
    assertThat(new VmAgent(new Lab(), "vmagent", props.replicas(1).build()))
        .resource("VMAgent", "main")
        .hasNo("/spec/podDisruptionBudget");
  }

  @Test
  void rejects_no_replicas() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.replicas(0).build())
        .withMessage("replicas is 0: run at least 1, or leave the component out");
  }
}

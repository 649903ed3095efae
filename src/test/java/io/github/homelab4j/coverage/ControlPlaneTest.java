package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.invariants.Invariant;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.plan.TalosPlan;
import org.junit.jupiter.api.Test;

/** The machines of infra-apps. */
class ControlPlaneTest {
  /**
   * infra-apps.md:8, 25-26 and 619: "Control Plane Nodes (3)", "3 control plane nodes per cluster",
   * and no others, so that these carry workloads.
   */
  @Test
  @Invariant(value = 2, lines = "8, 25-26, 619")
  @Invariant(value = 3, lines = "8, 25-26, 619")
  void all_3_nodes_of_each_of_2_clusters_are_control_plane_and_carry_workloads() {
    assertThat(Fleet.of("infra-apps").stream().map(cluster -> cluster.model().cluster().plan()))
        .hasSize(2)
        .allSatisfy(
            plan -> {
              assertThat(plan.nodes()).hasSize(3).allMatch(NodePlan::controlPlane);
              assertThat(plan.talos())
                  .hasValueSatisfying(
                      talos -> assertThat(talos).returns(true, TalosPlan::workloadsOnControlPlane));
            });
  }

  /** infra-apps.md:620: "3-member quorum (tolerates 1 failure)". */
  @Test
  @Invariant(value = 21, lines = "620")
  void etcd_keeps_its_quorum_after_1_failure() {
    for (var cluster : Fleet.of("infra-apps")) {
      var members =
          cluster.model().cluster().plan().nodes().stream().filter(NodePlan::controlPlane).count();
      assertThat(members - 1)
          .as("members of %s after a failure", cluster)
          .isGreaterThanOrEqualTo(members / 2 + 1);
    }
  }
}

package io.github.homelab4j.testing;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.plan.HomelabPlan;

/**
 * Entry points of the assertions: {@code import static
 * io.github.homelab4j.testing.HomelabAssertions.assertThat}.
 */
public final class HomelabAssertions {
  private HomelabAssertions() {}

  /** Assertions on what a component emits. */
  public static ComponentAssert assertThat(Component component) {
    return new ComponentAssert(component);
  }

  /** Assertions on the files of what runs outside Kubernetes. */
  public static HostComponentAssert assertThat(HostComponent component) {
    return new HostComponentAssert(component);
  }

  /** Assertions on a cluster as it would be written. */
  public static ClusterAssert assertThat(ClusterModel cluster) {
    Pending.check();
    return new ClusterAssert(cluster);
  }

  /** Assertions on a plan. */
  public static PlanAssert assertThat(HomelabPlan plan) {
    return new PlanAssert(plan);
  }
}

package io.github.homelab4j.example.mistakes;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static io.github.homelab4j.testing.WorkloadConditions.disruptionBudget;
import static io.github.homelab4j.testing.WorkloadConditions.memoryLimit;
import static io.github.homelab4j.testing.WorkloadConditions.networkPolicy;
import static io.github.homelab4j.testing.WorkloadConditions.nonRoot;
import static io.github.homelab4j.testing.WorkloadConditions.readinessProbe;
import static io.github.homelab4j.testing.WorkloadConditions.spreadOverNodes;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.testing.WorkloadCondition;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The assertions that users write their own tests with, on a homelab that is sound and one that is
 * not.
 */
class AssertionsTest {
  private final ClusterModel cluster = house(new SoundHome());

  // README {
  @Test
  void every_replicated_workload_has_a_disruption_budget() {
    assertThat(cluster)
        .workloads()
        .withReplicasAbove(1)
        .allHave(disruptionBudget())
        .because("a drain must not take both copies");
  }

  // }

  @Test
  void all_that_lack_it_are_listed_and_then_the_reason() {
    var broken =
        house(new SoundHome(text -> text.replace("runAsNonRoot: true", "runAsNonRoot: false")));
    failing(
        () ->
            assertThat(broken)
                .workloads()
                .inNamespace("shop")
                .allHave(nonRoot())
                .because("root in a container is root"),
        """
        Expecting workloads of cluster house in namespace shop to have no container that may run as root, but 2 of 2 lack it:
          CronJob shop/shop-tidy (SoundHome.java:LINE)
          Deployment shop/shop (SoundHome.java:LINE)
        because root in a container is root""");
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of(disruptionBudget(), "kind: PodDisruptionBudget", "kind: Other"),
        Arguments.of(spreadOverNodes(), "kubernetes.io/hostname", "topology.kubernetes.io/zone"),
        Arguments.of(nonRoot(), "runAsNonRoot: true", "runAsNonRoot: false"),
        Arguments.of(memoryLimit(), "limits:\n              memory: 64Mi", "limits: {}"),
        Arguments.of(networkPolicy(), "NetworkPolicy\nmetadata", "Other\nmetadata"),
        Arguments.of(readinessProbe(), "readinessProbe:", "startupProbe:"));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void a_condition_holds_and_fails_when_what_it_asks_for_is_gone(
      WorkloadCondition condition, String what, String other) {
    assertThat(cluster)
        .workloads()
        .ofKind("Deployment")
        .inNamespace("shop")
        .allHave(condition)
        .because("it is sound");
    var broken = house(new SoundHome(text -> text.replace(what, other)));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                assertThat(broken)
                    .workloads()
                    .ofKind("Deployment")
                    .inNamespace("shop")
                    .allHave(condition)
                    .because("it is a test"))
        .withMessageContaining("Deployment shop/shop")
        .withMessageContaining(condition.what());
  }

  @Test
  void a_selection_of_nothing_proves_nothing() {
    failing(
        () -> assertThat(cluster).workloads().withReplicasAbove(99).allHave(nonRoot()).because("x"),
        "Expecting workloads of cluster house with more than 99 replicas to have no container that may run as root, but there are none: this would prove nothing");
  }

  @Test
  void a_condition_of_ones_own_is_asked_like_the_others() {
    var pinned =
        WorkloadCondition.of(
            "images of one registry",
            (view, workload) ->
                workload.pod().findValuesAsText("image").stream()
                    .allMatch(image -> image.startsWith("ghcr.io/")));
    assertThat(cluster)
        .workloads()
        .inNamespace("shop")
        .allHave(pinned)
        .because("others are not mirrored");
  }

  @Test
  void a_demand_without_a_reason_fails_at_the_next_one() {
    var forgotten = assertThat(cluster).workloads().allHave(nonRoot());
    failing(
        () -> assertThat(cluster),
        "allHave(no container that may run as root) without because(…) checks nothing: say why");
    assertThatNoException()
        .isThrownBy(() -> assertThat(cluster).resource("Service", "shop", "shop"));
    org.assertj.core.api.Assertions.assertThat(forgotten).isNotNull();
  }

  @Test
  void an_object_is_stepped_into_and_one_that_is_missing_told_with_what_there_is() {
    assertThat(cluster)
        .resource("PodDisruptionBudget", "shop", "shop")
        .has("/spec/minAvailable", 1);
    failing(
        () -> assertThat(cluster).resource("PodDisruptionBudget", "shop", "sho"),
        "Expecting cluster house to have PodDisruptionBudget shop/sho, but it has PodDisruptionBudget shop/shop");
    assertThat(cluster).hasNo("Secret");
    failing(
        () -> assertThat(cluster).hasNo("PodDisruptionBudget"),
        "Expecting cluster house to have no PodDisruptionBudget, but it has PodDisruptionBudget shop/shop");
  }

  @Test
  void a_plan_has_no_overlaps_or_all_are_listed() {
    assertThat(new SoundPlan()).hasNoOverlaps().hasNoFindings();
    var plan = new SoundPlan(house -> house.addNodes(NodePlan.worker("house-4", "192.0.2.21")));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(plan).hasNoOverlaps())
        .withMessageContaining("Expecting the ranges of homelab sound not to overlap, but:")
        .withMessageContaining("ADDRESS_TWICE");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> assertThat(plan).hasNoFindings())
        .withMessageContaining("192.0.2.21");
  }

  private static ClusterModel house(SoundHome home) {
    return Resolver.resolve(home).clusters().get(0);
  }

  private static void failing(ThrowingCallable assertion, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(assertion)
        .extracting(error -> error.getMessage().replaceAll("java:\\d+", "java:LINE"))
        .isEqualTo(message);
  }
}

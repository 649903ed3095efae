package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.IpRange;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Quantity;
import io.github.homelab4j.unit.Version;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InvalidTest {
  @Test
  void all_that_is_wrong_is_told_at_once_with_its_line() {
    var wrong =
        loading(
            () -> {
              Cidr.of("10.0.0.1/24");
              Cidr.of("10.0.0.0/33");
              Cidr.of("10.0.0.0");
              Ip.of("10.0.0.010");
              Ip.of("10.0.0.0/24");
              IpRange.of("10.0.0.9", "10.0.0.1");
              IpRange.of("10.0.0.9", "fd00::1");
              Hostname.of("A.example.org");
              Port.of(0);
              Quantity.of("1GB");
              CronSchedule.of("0 3 * *");
              CronSchedule.of("60 3 * * *");
              ImageRef.of("nginx:latest");
              Version.of("1.35");
              return "built";
            });
    assertThat(wrong.findings())
        .hasSize(14)
        .allSatisfy(
            finding ->
                assertThat(finding.toString())
                    .matches(
                        "(?s)PROPS_INVALID Home \\(InvalidTest.java:\\d+, in helper InvalidTest.java:\\d+\\): .*: .*"));
    assertThat(wrong.findings())
        .extracting(finding -> finding.origin().helper())
        .doesNotHaveDuplicates();
  }

  @Test
  void what_stands_in_for_a_value_is_nobodys_mistake() {
    var pool = new LoadBalancerPool("lan", IpRange.of("10.0.0.1", "10.0.0.9"));
    var wrong = loading(() -> pool.reserve("git", "10.0.0.300"));
    assertThat(wrong.findings()).singleElement().asString().contains("'10.0.0.300'");
  }

  @Test
  void what_fails_for_a_value_that_is_wrong_is_told_as_that_value() {
    var wrong =
        loading(
            () -> {
              Port.of(0);
              throw new IllegalStateException("a consequence");
            });
    assertThat(wrong.findings()).singleElement().asString().contains("0 is not a port");
  }

  @Test
  void what_cannot_go_on_is_told_with_what_was_before() {
    var wrong =
        loading(
            () -> {
              Port.of(0);
              throw new InvalidPropsException(new String[] {"size"});
            });
    assertThat(wrong.findings()).hasSize(2);
  }

  @Test
  void what_is_right_is_built_and_a_mistake_elsewhere_is_thrown() {
    assertThat(Invalid.load("Home", () -> Port.of(1))).isEqualTo(Port.of(1));
    assertThatExceptionOfType(InvalidPropsException.class).isThrownBy(() -> Port.of(0));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                Invalid.load(
                    "Home",
                    () -> {
                      throw new IllegalStateException("ours");
                    }));
  }

  private static SynthesisException loading(Supplier<?> build) {
    try {
      Invalid.load("Home", build);
    } catch (SynthesisException e) {
      return e;
    }
    throw new AssertionError("nothing is wrong");
  }
}

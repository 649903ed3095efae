package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.homelab4j.core.InvalidPropsException;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRulesTest {
  private static final AlertRule BUSY = rule("rate(http_requests_total[5m]) > 1000");

  private static AlertRule rule(String expression) {
    return AlertRule.warning(
        "ManyRequests", Duration.ofMinutes(5), expression, "{{ $labels.job }} is busy");
  }

  @Test
  void are_what_an_operator_reads() {
    var rules =
        new AlertRules(
            new App(),
            "alert-rules",
            AlertRulesProps.builder().addGroups(AlertGroup.of("web", BUSY)).build());
    assertThat(rules)
        .resource("PrometheusRule", "alert-rules")
        .at("/spec/groups/0")
        .has("/name", "web")
        .has("/rules/0/alert", "ManyRequests")
        .has("/rules/0/expr", "rate(http_requests_total[5m]) > 1000")
        .has("/rules/0/for", "5m")
        .has("/rules/0/labels/severity", "warning")
        .has("/rules/0/annotations/summary", "{{ $labels.job }} is busy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up == 0",
        "sum by (a) (rate(x{b=\"c)\"}[5m])) > 1",
        "x{path='it\\'s ('} > 1",
        "x{path=~`[a`} > 1"
      })
  void brackets_in_quotes_are_not_counted(String expression) {
    assertThatNoException().isThrownBy(() -> rule(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "rate(x[5m] > 1", "rate(x[5m)] > 1", "x{a=\"b} > 1", "rate(x[5m])) > 1"})
  void rejects_an_expression_that_is_not_closed(String expression) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> rule(expression))
        .withMessage(
            "the expression of alert ManyRequests is '%s': write PromQL whose brackets and quotes are closed"
                .formatted(expression));
  }

  @Test
  void rejects_a_name_of_several_words() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> AlertRule.critical("Many requests", Duration.ZERO, "up == 0", "x"))
        .withMessage(
            "alert 'Many requests' is not a name: write one word of letters, digits and underscores, as NodeNotReady");
  }

  @Test
  void rejects_no_groups() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> AlertRulesProps.builder().build())
        .withMessage("there are no groups of alerts: add one, or leave the component out");
  }

  @Test
  void rejects_a_group_without_alerts() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> AlertRulesProps.builder().addGroups(AlertGroup.of("web")).build())
        .withMessage("group web has no alerts: add one, or leave the group out");
  }

  @Test
  void rejects_two_groups_of_one_name() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(
            () ->
                AlertRulesProps.builder()
                    .addGroups(AlertGroup.of("web", BUSY), AlertGroup.of("web", BUSY))
                    .build())
        .withMessage(
            "two groups are called web: give one another name, or put their alerts together");
  }
}

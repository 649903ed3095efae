package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.unit.Port;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartFactTest {
  private final ChartFact service = ChartFact.of("Service", "wiki", "apps", "me/wiki@v1:svc.yaml");

  @Test
  void promises_nothing_that_is_not_said() {
    assertThat(service.ports()).isEmpty();
    assertThat(service.keys()).isEmpty();
    assertThat(service.labels()).isEmpty();
    assertThat(service.selector()).isEmpty();
    assertThat(service.budget()).isEmpty();
    assertThat(service.detail()).isEmpty();
  }

  @Test
  void a_port_leads_to_the_same_port_of_the_pods_unless_told_otherwise() {
    assertThat(service.port("http", 80, 8080).port("metrics", 9090).ports())
        .containsExactly(
            new ChartFact.NamedPort("http", Port.of(80), Port.of(8080)),
            new ChartFact.NamedPort("metrics", Port.of(9090), Port.of(9090)));
  }

  @Test
  void keeps_what_was_said_before() {
    var fact =
        service
            .labelledAsPods(Map.of("app", "wiki"))
            .selects(Map.of("role", "web"))
            .port("http", 80)
            .detail("headless");
    assertThat(fact.labels()).containsExactly(Map.entry("app", "wiki"));
    assertThat(fact.selector()).containsExactly(Map.entry("app", "wiki"), Map.entry("role", "web"));
    assertThat(fact.ports()).hasSize(1);
    assertThat(fact.detail()).isEqualTo("headless");
  }

  @Test
  void a_budget_says_how_many_stay_or_how_many_go() {
    var budget = ChartFact.of("PodDisruptionBudget", "wiki", "apps", "me/wiki@v1:pdb.yaml");
    assertThat(budget.minAvailable("1").budget())
        .contains(new ChartFact.Budget(Optional.of("1"), Optional.empty()));
    assertThat(budget.maxUnavailable("50%").budget())
        .contains(new ChartFact.Budget(Optional.empty(), Optional.of("50%")));
  }
}

package io.github.homelab4j.observability;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.RuleGroup;
import io.fabric8.openshift.api.model.monitoring.v1.RuleGroupBuilder;
import io.github.homelab4j.kube.Meta;
import java.util.List;

/**
 * Rules that are evaluated together, one after the other.
 *
 * @param name its name
 * @param rules its rules
 */
public record AlertGroup(String name, List<AlertRule> rules) {
  /** Keeps its own copy. */
  public AlertGroup {
    rules = List.copyOf(rules);
  }

  /** Rules under a name. */
  public static AlertGroup of(String name, AlertRule... rules) {
    return new AlertGroup(name, List.of(rules));
  }

  /** Groups as the object that Prometheus and the VictoriaMetrics operator read. */
  static PrometheusRule object(String name, String namespace, List<AlertGroup> groups) {
    return new PrometheusRuleBuilder()
        .withMetadata(Meta.of(name, namespace))
        .withNewSpec()
        .withGroups(groups.stream().map(AlertGroup::model).toList())
        .endSpec()
        .build();
  }

  private RuleGroup model() {
    return new RuleGroupBuilder()
        .withName(name)
        .withRules(rules.stream().map(AlertRule::model).toList())
        .build();
  }
}

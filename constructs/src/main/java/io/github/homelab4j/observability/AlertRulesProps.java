package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import java.util.HashSet;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link AlertRules}. */
@Value.Immutable
public interface AlertRulesProps extends ComponentProps {
  /** The groups, at least one: {@code AlertGroup.of("web", AlertRule.warning(…))}. */
  List<AlertGroup> groups();

  /** There is something to evaluate, and the operator takes each group's name once only. */
  @Value.Check
  default void check() {
    if (groups().isEmpty()) {
      Invalid.setting("there are no groups of alerts: add one, or leave the component out");
    }
    var names = new HashSet<String>();
    for (var group : groups()) {
      if (group.rules().isEmpty()) {
        Invalid.setting(
            "group %s has no alerts: add one, or leave the group out".formatted(group.name()));
      }
      if (!names.add(group.name())) {
        Invalid.setting(
            "two groups are called %s: give one another name, or put their alerts together"
                .formatted(group.name()));
      }
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link AlertRulesProps}. */
  final class Builder extends ImmutableAlertRulesProps.Builder {}
}

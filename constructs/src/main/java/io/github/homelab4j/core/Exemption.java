package io.github.homelab4j.core;

import io.github.homelab4j.rule.Rule;

/**
 * That a component may break a rule. It is listed in the cluster's {@code EXEMPTIONS.md}, and one
 * that is not needed is an error.
 *
 * @param rule the rule
 * @param reason why it has to be so
 * @param origin the line of the stack that said it
 */
public record Exemption(Rule rule, String reason, Origin origin) {
  /** Checks that there is a reason. */
  public Exemption {
    if (reason.isBlank()) {
      throw new InvalidPropsException(
          "an exemption of %s has no reason: say why it has to be so".formatted(rule.code()));
    }
  }

  /** An exemption and its reason. */
  public static Exemption of(Rule rule, String reason) {
    return new Exemption(rule, reason, Origin.here());
  }
}

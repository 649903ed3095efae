package io.github.homelab4j.core;

import io.github.homelab4j.rule.Rule;
import java.util.Optional;

/**
 * That a component may break a rule. It is listed in the cluster's {@code EXEMPTIONS.md}, and one
 * that is not needed is an error.
 *
 * @param rule the rule
 * @param reason why it has to be so
 * @param origin the line of the stack that said it; none when it is so wherever the component runs
 */
public record Exemption(Rule rule, String reason, Optional<Origin> origin) {
  /** Checks that there is a reason. */
  public Exemption {
    if (reason.isBlank()) {
      throw new InvalidPropsException(
          "an exemption of %s has no reason: say why it has to be so".formatted(rule.code()));
    }
  }

  /** What is so wherever the component runs: for {@link Component#inherentExemptions}. */
  public static Exemption of(Rule rule, String reason) {
    return new Exemption(rule, reason, Optional.empty());
  }

  /** What a stack says, on its line. */
  static Exemption here(Rule rule, String reason) {
    return new Exemption(rule, reason, Optional.of(Origin.here()));
  }
}

package io.github.homelab4j.observability;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.RuleBuilder;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.unit.Durations;
import java.time.Duration;
import java.util.Locale;

/**
 * When people are told, and what.
 *
 * @param alert its name, in one word: {@code NodeNotReady}
 * @param severity how bad it is
 * @param lasting how long the expression has to hold before anybody is told
 * @param expression PromQL; it holds for each series that it returns
 * @param summary what has happened, in a sentence; {@code {{ $labels.node }}} stands for a label of
 *     the series
 */
public record AlertRule(
    String alert, Severity severity, Duration lasting, String expression, String summary) {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /** How bad it is; also the label {@code severity}, by which alerts can be told apart. */
  public enum Severity {
    /** Somebody has to look now. */
    CRITICAL,
    /** Somebody has to look soon. */
    WARNING,
    /** Good to know. */
    INFO
  }

  /** Checks the name and that the expression is a whole one. */
  public AlertRule {
    if (!alert.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      Invalid.setting(
          "alert '%s' is not a name: write one word of letters, digits and underscores, as NodeNotReady"
              .formatted(alert));
    }
    if (expression.isBlank() || !isClosed(expression)) {
      Invalid.setting(
          "the expression of alert %s is '%s': write PromQL whose brackets and quotes are closed"
              .formatted(alert, expression));
    }
  }

  /** What has to be looked at now. */
  public static AlertRule critical(
      String alert, Duration lasting, String expression, String summary) {
    return new AlertRule(alert, Severity.CRITICAL, lasting, expression, summary);
  }

  /** What has to be looked at soon. */
  public static AlertRule warning(
      String alert, Duration lasting, String expression, String summary) {
    return new AlertRule(alert, Severity.WARNING, lasting, expression, summary);
  }

  Rule model() {
    return new RuleBuilder()
        .withAlert(alert)
        .withExpr(new IntOrString(expression))
        .withFor(Durations.go(lasting))
        .addToLabels("severity", severity.name().toLowerCase(Locale.ROOT))
        .addToAnnotations("summary", summary)
        .build();
  }

  // No parser of PromQL: what is lost when a text is cut or put together wrongly.
  private static boolean isClosed(String text) {
    var open = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      var each = text.charAt(i);
      if (quote != 0) {
        i += each == '\\' && quote != '`' ? 1 : 0;
        quote = each == quote ? 0 : quote;
      } else if ("\"'`".indexOf(each) >= 0) {
        quote = each;
      } else if (OPENING.indexOf(each) >= 0) {
        open.append(CLOSING.charAt(OPENING.indexOf(each)));
      } else if (CLOSING.indexOf(each) >= 0) {
        if (open.isEmpty() || open.charAt(open.length() - 1) != each) {
          return false;
        }
        open.setLength(open.length() - 1);
      }
    }
    return quote == 0 && open.isEmpty();
  }
}

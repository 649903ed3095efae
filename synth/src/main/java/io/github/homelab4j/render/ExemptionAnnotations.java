package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.graph.ApiGroups;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.ToolCheck;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What objects say of their exemptions: ours with the reason, and on Kubernetes' own kinds those of
 * the tools that ask for the same, so that they agree.
 */
public final class ExemptionAnnotations {
  private static final String OURS = "policy.homelab4j.io/exempt.";
  private static final String KUBE_SCORE = "kube-score/ignore";

  private ExemptionAnnotations() {}

  /** Writes them on the objects that the checks looked at. */
  public static void add(Verdict verdict) {
    for (var exempted : verdict.exempted()) {
      var exemption = exempted.exemption();
      exempted
          .subject()
          .object()
          .ifPresent(object -> add(object, exemption.rule(), exemption.reason()));
    }
  }

  private static void add(Emitted object, Rule rule, String reason) {
    var annotations = ((ObjectNode) object.at("/metadata")).withObjectProperty("annotations");
    var sorted = new TreeMap<String, String>();
    annotations
        .fields()
        .forEachRemaining(field -> sorted.put(field.getKey(), field.getValue().asText()));
    // Tools look at what Kubernetes itself defines.
    add(sorted, rule, reason, ApiGroups.isPartOfKubernetes(object.group()));
    annotations.removeAll();
    sorted.forEach(annotations::put);
  }

  /** Adds the annotations of one exemption. */
  static void add(
      Map<String, String> annotations, Rule rule, String reason, boolean isReadByTools) {
    annotations.put(OURS + rule.code().toLowerCase(Locale.ROOT), reason);
    if (isReadByTools) {
      rule.about().tools().forEach(check -> add(annotations, check, reason));
    }
  }

  private static void add(Map<String, String> annotations, ToolCheck check, String reason) {
    switch (check.tool()) {
      case KUBE_LINTER -> annotations.put("ignore-check.kube-linter.io/" + check.check(), reason);
      case POLARIS ->
          annotations.put("polaris.fairwinds.com/%s-exempt".formatted(check.check()), "true");
      case KUBE_SCORE ->
          annotations.merge(KUBE_SCORE, check.check(), ExemptionAnnotations::together);
      default -> throw new IllegalArgumentException(check.tool().name());
    }
  }

  private static String together(String some, String more) {
    var all = new TreeSet<>(Arrays.asList(some.split(",")));
    all.add(more);
    return String.join(",", all);
  }
}

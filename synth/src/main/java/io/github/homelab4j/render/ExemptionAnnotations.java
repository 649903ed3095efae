package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.check.Exempted;
import io.github.homelab4j.graph.ApiGroups;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.ToolCheck;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What objects say of their exemptions: ours with the reason, and on Kubernetes' own kinds those of
 * the tools that ask for the same, so that they agree. They stand on copies first: checks look at
 * objects as components made them.
 */
public final class ExemptionAnnotations {
  /** None. */
  static final ExemptionAnnotations NONE = of(List.of());

  private static final String OURS = "policy.homelab4j.io/exempt.";
  private static final String KUBE_SCORE = "kube-score/ignore";

  private final Map<ObjectNode, ObjectNode> copies = new IdentityHashMap<>();

  private ExemptionAnnotations() {}

  /** Those of the objects that were exempted. */
  public static ExemptionAnnotations of(List<Exempted> exempted) {
    var annotations = new ExemptionAnnotations();
    for (var each : exempted) {
      var exemption = each.exemption();
      each.subject()
          .object()
          .ifPresent(object -> annotations.add(object, exemption.rule(), exemption.reason()));
    }
    return annotations;
  }

  /** An object with its annotations. */
  ObjectNode on(ObjectNode object) {
    return copies.getOrDefault(object, object);
  }

  /** The objects that have others of them than among some, or none there. */
  public Set<ObjectNode> beyond(ExemptionAnnotations some) {
    Set<ObjectNode> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    copies.forEach(
        (object, copy) -> {
          if (!copy.equals(some.copies.get(object))) {
            objects.add(object);
          }
        });
    return objects;
  }

  /** Writes them on the objects that the checks looked at, for whoever looks at them afterwards. */
  public void write() {
    copies.forEach((object, copy) -> object.set("metadata", copy.get("metadata")));
  }

  private void add(Emitted object, Rule rule, String reason) {
    var copy = copies.computeIfAbsent(object.tree(), ExemptionAnnotations::copy);
    var annotations = ((ObjectNode) copy.get("metadata")).withObjectProperty("annotations");
    var sorted = new TreeMap<String, String>();
    annotations
        .fields()
        .forEachRemaining(field -> sorted.put(field.getKey(), field.getValue().asText()));
    // Tools look at what Kubernetes itself defines.
    add(sorted, rule, reason, ApiGroups.isPartOfKubernetes(object.group()));
    annotations.removeAll();
    sorted.forEach(annotations::put);
  }

  private static ObjectNode copy(ObjectNode object) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode().setAll(object);
    copy.replace("metadata", object.get("metadata").deepCopy());
    return copy;
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

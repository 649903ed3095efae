package io.github.homelab4j.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Pods that one template describes.
 *
 * @param subject the object that holds the template, or that tells a chart or an operator about it
 * @param source how far it can be known
 * @param kind what runs the pods, as {@code Deployment}
 * @param name its name
 * @param namespace its namespace
 * @param replicas how many pods there are, where it is a number of its own
 * @param labels the labels of the pods
 * @param pod the pods' spec
 * @param known whether the spec says all about a field of it, by JSON pointer: what is absent of an
 *     unknown one is up to a chart or an operator
 */
public record Workload(
    Subject subject,
    Source source,
    String kind,
    String name,
    String namespace,
    OptionalInt replicas,
    Map<String, String> labels,
    JsonNode pod,
    Predicate<String> known) {
  /** How far a workload can be known. */
  public enum Source {
    /** An object of ours. */
    EMITTED,
    /** A template inside a custom resource; its operator adds to it. */
    CUSTOM_RESOURCE,
    /** What a chart is told about it, and what its templates are known to do. */
    CHART
  }

  /** As {@code Deployment registry/harbor-core}. */
  public String describe() {
    return kind + " " + namespace + "/" + name;
  }

  /** Whether a selector of labels selects its pods; one without labels selects all. */
  public boolean isSelectedBy(JsonNode matchLabels) {
    for (var wanted : matchLabels.properties()) {
      if (!wanted.getValue().asText().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    return true;
  }
}

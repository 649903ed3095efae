package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * A container of a pod.
 *
 * @param pod the pod
 * @param pointer where it stands in the pod
 * @param node what it is made of
 * @param runsOn whether it runs as long as the pod: not what merely prepares
 */
record Container(Pod pod, String pointer, JsonNode node, boolean runsOn) {
  String name() {
    return node.path("name").asText();
  }

  String describe() {
    return "container " + name() + " of " + pod.workload().describe();
  }

  /** A field by JSON pointer. */
  Value at(String field) {
    return new Value(
        node.at(Pointers.of(field)), () -> pod.workload().known().test(pointer + field));
  }

  /** A field of the security context; what a container does not say, its pod says for it. */
  Value security(String field) {
    var own = ownSecurity(field);
    return own.isSet() ? own : own.known() ? pod.security(field) : Value.unknown();
  }

  private Value ownSecurity(String field) {
    return new Value(
        node.at(Pointers.ofSecurity(field)),
        () -> pod.workload().known().test(pointer + "/securityContext" + field));
  }

  /** Broken when a field of the pod's security context, or of its own, is set to what is bad. */
  Outcome securityUnless(String field, Predicate<Value> bad, String breach) {
    return pod.security(field).unless(bad, breach).and(ownSecurity(field).unless(bad, breach));
  }
}

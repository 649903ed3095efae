package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.Proof;
import java.util.Map;
import java.util.Set;

/**
 * Something that labels select: the pods of a workload, a Service, an advertisement.
 *
 * @param namespace its namespace, or empty
 * @param labels its labels, as far as they are known
 * @param ports its ports, by name and by number; empty when they are not known
 * @param proof how it is known
 */
record Target(String namespace, Map<String, String> labels, Set<String> ports, Proof proof) {
  /** As {@code app=shop,tier=web}. */
  String describe() {
    return new Selector(labels, java.util.List.of()).toString();
  }
}

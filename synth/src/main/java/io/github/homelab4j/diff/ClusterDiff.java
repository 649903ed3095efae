package io.github.homelab4j.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What differs in a cluster.
 *
 * @param cluster its name
 * @param components the components that differ, by name
 */
public record ClusterDiff(String cluster, List<ComponentDiff> components) {
  /** Whether nothing differs. */
  @JsonIgnore
  public boolean isEmpty() {
    return components.isEmpty();
  }
}

package io.github.homelab4j.core;

import org.immutables.value.Value;

/** Props of what runs in several copies. */
public interface HasReplicas {
  /**
   * Copies, spread across nodes; 2 by default, so that a drained node does not stop the service.
   */
  @Value.Default
  default int replicas() {
    return 2;
  }

  /** For the check of such props: something that is composed runs. */
  default void checkReplicas() {
    if (replicas() < 1) {
      Invalid.setting(
          "replicas is %s: run at least 1, or leave the component out".formatted(replicas()));
    }
  }
}

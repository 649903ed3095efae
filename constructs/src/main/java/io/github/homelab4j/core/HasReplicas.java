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
}

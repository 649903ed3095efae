package io.github.homelab4j.core;

import io.github.homelab4j.unit.Hostname;

/** Props of what is reached from outside the cluster by a host name. */
public interface HasIngress {
  /** Its host name; one that the entry serves. */
  Hostname hostname();

  /**
   * Where it is entered: the listener of a Gateway that its route attaches to, or the controller
   * that its Ingress is for.
   */
  EntryRef entry();
}

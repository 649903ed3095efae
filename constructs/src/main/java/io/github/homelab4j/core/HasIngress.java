package io.github.homelab4j.core;

import io.github.homelab4j.unit.Hostname;

/** Props of what is reached from outside the cluster by a host name. */
public interface HasIngress {
  /** Its host name; one that the listener serves. */
  Hostname hostname();

  /** The listener of the Gateway that its route attaches to. */
  ListenerRef listener();
}

package io.github.homelab4j.core;

import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.unit.Hostname;

/** Where HTTPS from outside enters a cluster: a listener of a Gateway, or an Ingress controller. */
public sealed interface EntryRef extends Ref permits IngressRef, ListenerRef {
  /** Where it is reached. */
  Ip address();

  /** Whether it serves a host name. */
  boolean serves(Hostname hostname);
}

package io.github.homelab4j.plan;

/** A computer of the homelab: one of a cluster, or one outside Kubernetes. */
public interface Machine {
  /** Its host name. */
  String name();

  /** Where the others reach it. */
  Ip address();
}

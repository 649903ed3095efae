package io.github.homelab4j.diff;

/** What a reviewer should look at twice. */
public enum Danger {
  /** Data would be deleted. */
  DATA_LOSS("data loss"),
  /** The API server refuses the change. */
  IMMUTABLE("immutable field"),
  /** Flux deletes an object. */
  PRUNE("prune"),
  /** Pods get more rights on their node. */
  PRIVILEGE("privilege"),
  /** Somebody gets more rights in the cluster. */
  RBAC("RBAC widening"),
  /** Something becomes reachable from outside the cluster. */
  EXPOSURE("exposure"),
  /** A secret comes from elsewhere. */
  SECRET_SOURCE("secret source"),
  /** Fewer copies run. */
  REPLICAS_DOWN("replicas down"),
  /** Flux stops looking after it. */
  SUSPEND("suspend");

  private final String words;

  Danger(String words) {
    this.words = words;
  }

  /** As said in a sentence. */
  public String words() {
    return words;
  }
}

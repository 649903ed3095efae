package io.github.homelab4j.core;

/**
 * What a whole cluster rests on without naming it: no component takes a reference to the network
 * that its pods are in. Each foundation needs those before it only.
 */
public enum Foundation {
  /** Nobody rests on it but who takes a reference. */
  NONE("", "", Loss.MENTIONS),
  /** Kubernetes itself, on the machines. */
  KUBERNETES("Kubernetes", "nothing of it runs", Loss.STOPS),
  /** The network of pods. */
  NETWORK("the network of its pods", "pods and Services reach nobody", Loss.STOPS),
  /** Names inside the cluster. */
  DNS("the names inside it", "pods find no Service by its name", Loss.STOPS),
  /** What applies the repository: the controllers of Flux. */
  GITOPS(
      "applying the repository",
      "commits are not applied any more, what runs goes on",
      Loss.STALLS);

  private final String what;
  private final String without;
  private final Loss loss;

  Foundation(String what, String without, Loss loss) {
    this.what = what;
    this.without = without;
    this.loss = loss;
  }

  /** What it is for a cluster, as {@code the network of its pods}. */
  public String what() {
    return what;
  }

  /** What a cluster cannot do any more without it. */
  public String without() {
    return without;
  }

  /** What happens to a cluster without it. */
  public Loss loss() {
    return loss;
  }
}

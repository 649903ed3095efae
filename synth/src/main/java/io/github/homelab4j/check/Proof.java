package io.github.homelab4j.check;

/** How it is known that something which an object names is there. The first is the strongest. */
public enum Proof {
  /** An object of this homelab is it, or makes its controller create it. */
  EMITTED("proven"),
  /** A chart or an operator creates it: looked up upstream, see {@code facts()} of a component. */
  CHART("byChart"),
  /** It is declared to be there, by Kubernetes, by the owner or by another tool. */
  EXTERNAL("external");

  private final String label;

  Proof(String label) {
    this.label = label;
  }

  /** How the inventory names it. */
  public String label() {
    return label;
  }
}

package io.github.homelab4j.kube;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Cluster;
import java.util.Optional;

/** ServiceAccounts that others name. */
public final class Accounts {
  private Accounts() {}

  /** The first account of the component that installs an API group: the one its controller has. */
  public static Optional<ChartFact> of(Cluster cluster, String apiGroup) {
    return cluster.components().stream()
        .filter(component -> component.installs().contains(apiGroup))
        .flatMap(component -> component.facts().stream())
        .filter(fact -> fact.kind().equals("ServiceAccount"))
        .findFirst();
  }
}

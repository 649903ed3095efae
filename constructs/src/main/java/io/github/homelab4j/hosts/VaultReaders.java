package io.github.homelab4j.hosts;

import io.github.homelab4j.core.Cluster;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.References;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.core.VaultRef;
import io.github.homelab4j.kube.Accounts;
import io.github.homelab4j.plan.ClusterPlan;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who reads a Vault from clusters, and what: found in what is composed there, so that the policy
 * allows what is read, and no more.
 */
final class VaultReaders {
  private static final String EXTERNAL_SECRETS = "external-secrets.io";

  private final HostComponent vault;

  VaultReaders(HostComponent vault) {
    this.vault = vault;
  }

  /** The account of External Secrets in a cluster. */
  record Account(String name, String namespace) {}

  /** The items that components of a cluster take of it. */
  List<String> items(ClusterPlan plan) {
    var items = new TreeSet<String>();
    for (var component : cluster(plan).map(Cluster::components).orElse(List.of())) {
      // What is for machines is not read by External Secrets.
      if (!(component instanceof HostComponent)) {
        References.visit(
            component.props(),
            (path, ref) -> {
              if (ref instanceof StoreItemRef item && isOurs(item)) {
                items.add(item.item());
              }
            });
      }
    }
    return List.copyOf(items);
  }

  Account account(ClusterPlan plan) {
    return cluster(plan)
        .flatMap(cluster -> Accounts.of(cluster, EXTERNAL_SECRETS))
        .map(fact -> new Account(fact.name(), fact.namespace()))
        .orElseThrow(
            () ->
                new InvalidPropsException(
                    "cluster %s has no External Secrets that could log in to Vault: compose it there, or leave the cluster out"
                        .formatted(plan.name())));
  }

  private boolean isOurs(StoreItemRef item) {
    return item.store()
        .provider()
        .component()
        .filter(provider -> provider == vault || readsOurs(provider))
        .isPresent();
  }

  private boolean readsOurs(Component store) {
    var ours = new boolean[1];
    References.visit(
        store.props(),
        (path, ref) ->
            ours[0] |=
                ref instanceof VaultRef login
                    && login.provider().component().filter(each -> each == vault).isPresent());
    return ours[0];
  }

  private Optional<Cluster> cluster(ClusterPlan plan) {
    var all =
        vault
            .cluster()
            .map(own -> own.homelab().map(Homelab::clusters).orElse(List.of(own)))
            .orElse(List.of());
    return all.stream().filter(cluster -> cluster.id().equals(plan.name())).findFirst();
  }
}

package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.plan.BgpPeer;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Every address has one owner, and what is given to load balancers is nobody else's: a pool that
 * holds a machine's address takes the machine off the network as soon as a Service gets it.
 */
final class PlanAddresses implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(
        PlanRule.ADDRESS_TWICE,
        PlanRule.API_OUTSIDE_NETWORK,
        PlanRule.API_ON_ONE_NODE,
        PlanRule.POOL_TAKES_ADDRESS,
        PlanRule.POOLS_OVERLAP);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    var clusters = resolution.homelab().plan().clusters();
    var owners = new LinkedHashMap<Ip, Owner>();
    for (var cluster : clusters) {
      fixed(cluster).forEach(owner -> once(owners, owner, report));
      cluster.loadBalancers().reservations().stream()
          .map(
              reservation ->
                  new Owner(
                      cluster.name(),
                      "load balancer " + reservation.name(),
                      reservation.address(),
                      reservation.origin()))
          .forEach(owner -> once(owners, owner, report));
      apiEndpoint(cluster, report);
    }
    for (var cluster : clusters) {
      pool(cluster, clusters, report);
    }
  }

  // A router is the peer of several clusters, and a single control-plane machine is its own
  // endpoint.
  private static void once(LinkedHashMap<Ip, Owner> owners, Owner owner, Report report) {
    var other = owners.putIfAbsent(owner.address(), owner);
    if (other != null && !other.what().equals(owner.what())) {
      report.add(
          new Finding(
              PlanRule.ADDRESS_TWICE,
              owner.cluster(),
              owner.origin(),
              "%s is given to %s and to %s of cluster %s: take another for one of them"
                  .formatted(owner.address(), owner.what(), other.what(), other.cluster())));
    }
  }

  private static List<Owner> fixed(ClusterPlan cluster) {
    var owners = new ArrayList<Owner>();
    cluster
        .nodes()
        .forEach(
            node ->
                owners.add(
                    new Owner(
                        cluster.name(), "node " + node.name(), node.address(), cluster.origin())));
    if (cluster.nodes().stream().noneMatch(node -> node.address().equals(cluster.apiEndpoint()))) {
      owners.add(
          new Owner(
              cluster.name(),
              "the Kubernetes API of " + cluster.name(),
              cluster.apiEndpoint(),
              cluster.origin()));
    }
    cluster.bgp().ifPresent(bgp -> bgp.peers().forEach(peer -> owners.add(peer(cluster, peer))));
    return owners;
  }

  private static Owner peer(ClusterPlan cluster, BgpPeer peer) {
    return new Owner(cluster.name(), "router " + peer.name(), peer.address(), cluster.origin());
  }

  private static void apiEndpoint(ClusterPlan cluster, Report report) {
    if (!cluster.nodeNetwork().contains(cluster.apiEndpoint())) {
      report.add(
          new Finding(
              PlanRule.API_OUTSIDE_NETWORK,
              cluster.name(),
              cluster.origin(),
              "the Kubernetes API's address %s is not in the machines' network %s, where they take it over from each other: take one of it"
                  .formatted(cluster.apiEndpoint(), cluster.nodeNetwork())));
    }
    var controlPlane = cluster.nodes().stream().filter(node -> node.controlPlane()).toList();
    if (controlPlane.size() > 1
        && controlPlane.stream().anyMatch(node -> node.address().equals(cluster.apiEndpoint()))) {
      report.add(
          new Finding(
              PlanRule.API_ON_ONE_NODE,
              cluster.name(),
              cluster.origin(),
              "the Kubernetes API's address %s belongs to one of %s control-plane nodes and is gone with it: take a free one"
                  .formatted(cluster.apiEndpoint(), controlPlane.size())));
    }
  }

  private static void pool(ClusterPlan cluster, List<ClusterPlan> clusters, Report report) {
    var range = cluster.loadBalancers().range();
    for (var other : clusters) {
      fixed(other).stream()
          .filter(owner -> range.contains(owner.address()))
          .forEach(
              owner ->
                  report.add(
                      new Finding(
                          PlanRule.POOL_TAKES_ADDRESS,
                          cluster.name(),
                          cluster.origin(),
                          "the load-balancer pool %s of cluster %s holds %s of %s: shrink the pool or move the address"
                              .formatted(range, cluster.name(), owner.address(), owner.what()))));
      if (clusters.indexOf(other) > clusters.indexOf(cluster)
          && range.overlaps(other.loadBalancers().range())) {
        report.add(
            new Finding(
                PlanRule.POOLS_OVERLAP,
                other.name(),
                other.origin(),
                "the load-balancer pools of clusters %s (%s) and %s (%s) share addresses, which both would announce: separate them"
                    .formatted(
                        other.name(), other.loadBalancers().range(), cluster.name(), range)));
      }
    }
  }

  private record Owner(String cluster, String what, Ip address, Origin origin) {}
}

package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.AddressBook;
import io.github.homelab4j.plan.AddressEntry;
import io.github.homelab4j.plan.AddressEntry.Role;
import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * What is given to load balancers is nobody else's, and can be found: a pool that holds a machine's
 * address takes the machine off the network as soon as a Service gets it.
 */
public final class PlanPools implements PlanCheck {
  @Override
  public List<? extends Rule> rules() {
    return List.of(
        PlanRule.POOL_TAKES_ADDRESS,
        PlanRule.POOLS_OVERLAP,
        PlanRule.POOL_UNREACHABLE,
        PlanRule.POOL_L2_V6,
        PlanRule.LOCK_STALE);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    var book = AddressBook.of(plan);
    var before = new ArrayList<LoadBalancerPool>();
    for (var cluster : plan.clusters()) {
      for (var pool : cluster.pools()) {
        var subject = Subject.of(cluster).at(pool.origin());
        addresses(pool, subject, book, report);
        before.forEach(other -> apart(pool, other, subject, report));
        before.add(pool);
        reachable(cluster, pool, subject, report);
        lock(plan, pool, subject, report);
      }
    }
  }

  private static void addresses(
      LoadBalancerPool pool, Subject subject, AddressBook book, Report report) {
    for (var address : book.addresses()) {
      var entry = book.of(address).get(0);
      if (entry.role() != Role.LOAD_BALANCER) {
        report.judge(
            PlanRule.POOL_TAKES_ADDRESS,
            subject,
            !pool.range().contains(address),
            () -> taken(pool, entry));
      }
    }
  }

  private static String taken(LoadBalancerPool pool, AddressEntry entry) {
    return "pool %s (%s) holds %s of %s: shrink the pool or move the address"
        .formatted(pool.name(), pool.range(), entry.address(), entry.what());
  }

  private static void apart(
      LoadBalancerPool pool, LoadBalancerPool other, Subject subject, Report report) {
    report.judge(
        PlanRule.POOLS_OVERLAP,
        subject,
        !pool.range().overlaps(other.range()),
        () ->
            "pool %s (%s) and pool %s (%s) share addresses, of which two Services could get the same: separate them"
                .formatted(pool.name(), pool.range(), other.name(), other.range()));
  }

  private static void reachable(
      ClusterPlan cluster, LoadBalancerPool pool, Subject subject, Report report) {
    var routed = cluster.bgp().filter(bgp -> !bgp.peers().isEmpty()).isPresent();
    var nodes = cluster.nodeNetwork();
    var holds = pool.inside().map(nodes::equals).orElse(routed);
    report.judge(
        PlanRule.POOL_UNREACHABLE,
        subject,
        holds,
        () ->
            pool.inside()
                .map(
                    network ->
                        "pool %s lies in %s, where no machine of cluster %s is to answer for it: take addresses of network %s"
                            .formatted(
                                pool.name(),
                                PlanRanges.describe(network),
                                cluster.name(),
                                nodes.name()))
                .orElse(
                    "pool %s (%s) lies in no network, and cluster %s has no BGP to announce it: take addresses of network %s with pool(…), or set bgp"
                        .formatted(pool.name(), pool.range(), cluster.name(), nodes.name())));
    report.judge(
        PlanRule.POOL_L2_V6,
        subject,
        pool.range().first().isV4() || pool.inside().isEmpty(),
        () ->
            "pool %s (%s) lies in the network of the machines, and Cilium answers for IPv4 only there: make it a pool of its own range, which BGP announces"
                .formatted(pool.name(), pool.range()));
  }

  private static void lock(
      HomelabPlan plan, LoadBalancerPool pool, Subject subject, Report report) {
    var choice = pool.choice();
    var own = plan.name() + AddressLock.SUFFIX;
    for (var reservation : pool.reservations()) {
      if (reservation.explicit().isEmpty()) {
        var problem = choice.problems().get(reservation.name());
        report.judge(
            PlanRule.LOCK_STALE,
            subject.at(reservation.origin()),
            problem == null,
            () ->
                "%s has %s for %s, %s: remove that line, and a free address is taken"
                    .formatted(own, problem.address(), reservation.name(), problem.reason()));
      }
    }
    choice
        .lock()
        .ifPresent(
            file ->
                report.judge(
                    PlanRule.LOCK_STALE,
                    subject,
                    file.equals(own),
                    () ->
                        "pool %s has addresses in %s, which is not %s: pools of one repository have names of their own: rename it"
                            .formatted(pool.name(), file, own)));
  }
}

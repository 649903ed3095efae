package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.LoadBalancerPool;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Services ask for by address is theirs: an address that the plan reserves in their cluster,
 * each once, and cluster addresses that Kubernetes gives to nobody else.
 *
 * @see <a href="https://docs.cilium.io/en/stable/network/lb-ipam/">Cilium LB IPAM</a>
 */
public final class PlanServices implements Check {
  private static final String SHARES = "lbipam.cilium.io/sharing-key";

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        PlanRule.SERVICE_ADDRESS_FOREIGN,
        PlanRule.SERVICE_ADDRESS_TWICE,
        PlanRule.CLUSTER_IP_BAND,
        PlanRule.L2_LOCAL_TRAFFIC);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var plan = cluster.model().cluster().plan();
      var asked = new HashMap<String, Subject>();
      for (var kind : AddressesAsked.KINDS) {
        for (var subject : cluster.objects(kind)) {
          subject
              .emitted()
              .at("/spec/addresses")
              .findValuesAsText("value")
              .forEach(address -> asks(plan, subject, address, asked, report));
          Texts.of(subject.emitted().tree())
              .forEach((path, text) -> look(plan, subject, path.last(), text, asked, report));
        }
      }
    }
  }

  private static void look(
      ClusterPlan plan,
      Subject subject,
      String key,
      String text,
      Map<String, Subject> asked,
      Report report) {
    if (AddressesAsked.ASKS.contains(key)) {
      for (var address : text.split(",")) {
        asks(plan, subject, address.trim(), asked, report);
      }
    } else if (key.equals("clusterIP")) {
      parsed(text).ifPresent(address -> ClusterIpBand.judge(plan, subject, address, report));
    } else if (key.equals("externalTrafficPolicy")) {
      local(plan, subject, text, report);
    }
  }

  private static void asks(
      ClusterPlan plan,
      Subject subject,
      String address,
      Map<String, Subject> asked,
      Report report) {
    var object = subject.emitted();
    report.judge(
        PlanRule.SERVICE_ADDRESS_FOREIGN,
        subject,
        parsed(address).filter(ip -> isReserved(plan, ip)).isPresent(),
        () ->
            "%s asks for %s, which is reserved in no pool of cluster %s (%s): reserve it there and pass the reservation on"
                .formatted(object.describe(), address, plan.name(), pools(plan)));
    var shared = object.tree().at("/metadata/annotations").has(SHARES);
    var other = shared ? null : asked.putIfAbsent(address, subject);
    report.judge(
        PlanRule.SERVICE_ADDRESS_TWICE,
        subject,
        other == null,
        () ->
            "%s asks for %s, as %s does: reserve another, or share it with the annotation %s on both"
                .formatted(object.describe(), address, other.emitted().describe(), SHARES));
  }

  private static boolean isReserved(ClusterPlan plan, Ip address) {
    return plan.pools().stream()
        .map(LoadBalancerPool::reservations)
        .flatMap(List::stream)
        .anyMatch(reservation -> reservation.address().equals(address));
  }

  private static String pools(ClusterPlan plan) {
    return plan.pools().isEmpty()
        ? "it has none"
        : String.join(", ", plan.pools().stream().map(LoadBalancerPool::toString).toList());
  }

  private static void local(ClusterPlan plan, Subject subject, String policy, Report report) {
    var announced =
        plan.pools().stream()
            .anyMatch(pool -> pool.inside().filter(plan.nodeNetwork()::equals).isPresent());
    report.judge(
        PlanRule.L2_LOCAL_TRAFFIC,
        subject,
        !announced || !policy.equals("Local"),
        () ->
            "%s has externalTrafficPolicy Local, and a machine without its pods may answer for its address in network %s: set Cluster"
                .formatted(subject.emitted().describe(), plan.nodeNetwork().name()));
  }

  private static Optional<Ip> parsed(String text) {
    try {
      return Optional.of(Ip.of(text));
    } catch (InvalidPropsException none) {
      return Optional.empty();
    }
  }
}

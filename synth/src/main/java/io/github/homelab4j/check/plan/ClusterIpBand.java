package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.rule.PlanRule;
import java.math.BigInteger;

/**
 * Cluster addresses that are written down are of the part that Kubernetes gives to nobody.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/">
 *     Service ClusterIP allocation</a>
 */
final class ClusterIpBand {
  private ClusterIpBand() {}

  static void judge(ClusterPlan plan, Subject subject, Ip address, Report report) {
    var range = plan.serviceRanges().stream().filter(each -> each.contains(address)).findFirst();
    var last = range.map(ClusterIpBand::last);
    report.judge(
        PlanRule.CLUSTER_IP_BAND,
        subject,
        last.filter(end -> address.compareTo(end) <= 0).isPresent(),
        () ->
            last.map(
                    end ->
                        "%s has the cluster address %s, which Kubernetes may give to another Service: take one up to %s"
                            .formatted(subject.emitted().describe(), address, end))
                .orElseGet(
                    () ->
                        "%s has the cluster address %s, which is not in the Services' range %s: take one of its first"
                            .formatted(subject.emitted().describe(), address, plan.services())));
  }

  // The lower part of the range, from which Kubernetes gives out nothing while the rest lasts.
  private static Ip last(Cidr range) {
    var sixteenth = range.size().divide(BigInteger.valueOf(16)).min(BigInteger.valueOf(256));
    return range.nth(Math.min(Math.max(16, sixteenth.longValue()), range.size().longValue() - 2));
  }
}

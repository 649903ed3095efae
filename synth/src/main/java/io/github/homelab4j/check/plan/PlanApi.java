package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;

/**
 * The address of the Kubernetes API is one that control-plane machines take over from each other,
 * or that of the only one, or of a proxy outside.
 *
 * @see <a href="https://www.talos.dev/v1.12/talos-guides/network/vip/">Talos: virtual IP</a>
 */
public final class PlanApi implements PlanCheck {
  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.API_OUTSIDE_NETWORK, PlanRule.API_ON_ONE_NODE, PlanRule.API_ON_WORKER);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    for (var cluster : plan.clusters()) {
      var subject = Subject.of(cluster);
      var api = cluster.apiEndpoint();
      var outside = plan.hosts().stream().anyMatch(host -> host.addresses().contains(api));
      report.judge(
          PlanRule.API_OUTSIDE_NETWORK,
          subject,
          outside || cluster.nodeNetwork().contains(api),
          () ->
              "the Kubernetes API's address %s is not in the machines' network %s, where they take it over from each other: take one of it"
                  .formatted(api, PlanRanges.text(cluster.nodeNetwork())));
      nodes(cluster, subject, report);
    }
  }

  private static void nodes(ClusterPlan cluster, Subject subject, Report report) {
    var api = cluster.apiEndpoint();
    var owner = cluster.nodes().stream().filter(node -> node.addresses().contains(api)).findFirst();
    var controlPlane = cluster.nodes().stream().filter(NodePlan::controlPlane).count();
    report.judge(
        PlanRule.API_ON_ONE_NODE,
        subject,
        controlPlane < 2 || owner.filter(NodePlan::controlPlane).isEmpty(),
        () ->
            "the Kubernetes API's address %s belongs to one of %s control-plane nodes and is gone with it: take a free one"
                .formatted(api, controlPlane));
    report.judge(
        PlanRule.API_ON_WORKER,
        subject,
        owner.filter(node -> !node.controlPlane()).isEmpty(),
        () ->
            "the Kubernetes API's address %s is that of %s, which runs no control plane: take that of one that does, or a free one"
                .formatted(api, owner.orElseThrow().name()));
  }
}

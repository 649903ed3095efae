package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Clusters of a mesh have numbers and names of their own, in the ranges that Cilium takes, and
 * carry packets in the same way.
 *
 * @see <a href="https://docs.cilium.io/en/stable/network/clustermesh/setup/">Setting up
 *     ClusterMesh</a>
 */
public final class PlanMesh implements PlanCheck {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?");
  private static final int LAST_ID = 255;

  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.MESH_ID, PlanRule.MESH_NAME, PlanRule.MESH_ROUTING);
  }

  @Override
  public void run(HomelabPlan plan, Report report) {
    var members = plan.clusters().stream().filter(each -> each.mesh().isPresent()).toList();
    var before = new ArrayList<ClusterPlan>();
    for (var cluster : members) {
      grammar(cluster, cluster.mesh().orElseThrow(), report);
      before.forEach(other -> unique(other, cluster, report));
      before.add(cluster);
    }
    for (var cluster : plan.clusters()) {
      var peers = cluster.mesh().isPresent() ? members : List.of(cluster);
      peers.forEach(other -> routing(cluster, other, report));
    }
  }

  private static void grammar(ClusterPlan cluster, MeshPlan mesh, Report report) {
    var subject = Subject.of(cluster);
    report.judge(
        PlanRule.MESH_ID,
        subject,
        mesh.id() >= 1 && mesh.id() <= LAST_ID,
        () ->
            "mesh id %s of cluster %s is not from 1 to %s: take a free one"
                .formatted(mesh.id(), cluster.name(), LAST_ID));
    report.judge(
        PlanRule.MESH_NAME,
        subject,
        NAME.matcher(mesh.cluster()).matches() && !mesh.cluster().equals("default"),
        () ->
            "mesh name '%s' of cluster %s is not one Cilium takes: use at most 32 lower-case letters, digits and hyphens, and not 'default'"
                .formatted(mesh.cluster(), cluster.name()));
  }

  private static void unique(ClusterPlan other, ClusterPlan cluster, Report report) {
    var subject = Subject.of(cluster);
    var mesh = cluster.mesh().orElseThrow();
    report.judge(
        PlanRule.MESH_ID,
        subject,
        mesh.id() != other.mesh().orElseThrow().id(),
        () ->
            "clusters %s and %s both have mesh id %s: give one another, before it runs, for it cannot be changed later"
                .formatted(other.name(), cluster.name(), mesh.id()));
    report.judge(
        PlanRule.MESH_NAME,
        subject,
        !mesh.cluster().equals(other.mesh().orElseThrow().cluster()),
        () ->
            "clusters %s and %s both are '%s' in the mesh: give one another name"
                .formatted(other.name(), cluster.name(), mesh.cluster()));
  }

  private static void routing(ClusterPlan cluster, ClusterPlan other, Report report) {
    var subject = Subject.of(cluster);
    var routed = cluster.nativeRouting();
    report.judge(
        PlanRule.MESH_ROUTING,
        subject,
        routed.isEmpty() || other.nativeRouting().isPresent(),
        () ->
            "cluster %s routes pods' packets natively and cluster %s in tunnels: set nativeRouting in both or in none"
                .formatted(cluster.name(), other.name()));
    routed.ifPresent(
        network ->
            report.judge(
                PlanRule.MESH_ROUTING,
                subject,
                network.contains(other.pods()),
                () ->
                    "native routing in %s does not cover the pods of cluster %s (%s): widen it"
                        .formatted(network, other.name(), other.pods())));
  }
}

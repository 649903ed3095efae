package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names and numbers of a ClusterMesh, as Cilium takes them.
 *
 * @see <a href="https://docs.cilium.io/en/stable/network/clustermesh/setup/">Setting up
 *     ClusterMesh</a>
 */
final class PlanMesh implements Check {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?");
  private static final int LAST_ID = 255;

  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.MESH_ID, PlanRule.MESH_NAME);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    var ids = new HashMap<Integer, ClusterPlan>();
    var names = new HashMap<String, ClusterPlan>();
    for (var cluster : resolution.homelab().plan().clusters()) {
      cluster
          .mesh()
          .ifPresent(
              mesh -> {
                if (mesh.id() < 1 || mesh.id() > LAST_ID) {
                  report.add(
                      new Finding(
                          PlanRule.MESH_ID,
                          cluster.name(),
                          cluster.origin(),
                          "mesh id %s of cluster %s is not from 1 to %s: take a free one"
                              .formatted(mesh.id(), cluster.name(), LAST_ID)));
                }
                if (!NAME.matcher(mesh.cluster()).matches() || mesh.cluster().equals("default")) {
                  report.add(
                      new Finding(
                          PlanRule.MESH_NAME,
                          cluster.name(),
                          cluster.origin(),
                          "mesh name '%s' of cluster %s is not one Cilium takes: use at most 32 lower-case letters, digits and hyphens, and not 'default'"
                              .formatted(mesh.cluster(), cluster.name())));
                }
                var sameId = ids.putIfAbsent(mesh.id(), cluster);
                if (sameId != null) {
                  report.add(
                      new Finding(
                          PlanRule.MESH_ID,
                          cluster.name(),
                          cluster.origin(),
                          "clusters %s and %s both have mesh id %s: give one another, before it runs, for it cannot be changed later"
                              .formatted(sameId.name(), cluster.name(), mesh.id())));
                }
                var sameName = names.putIfAbsent(mesh.cluster(), cluster);
                if (sameName != null) {
                  report.add(
                      new Finding(
                          PlanRule.MESH_NAME,
                          cluster.name(),
                          cluster.origin(),
                          "clusters %s and %s both are '%s' in the mesh: give one another name"
                              .formatted(sameName.name(), cluster.name(), mesh.cluster())));
                }
              });
    }
  }
}

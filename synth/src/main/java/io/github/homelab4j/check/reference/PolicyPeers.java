package io.github.homelab4j.check.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Near;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.MeshPlan;
import io.github.homelab4j.rule.ReferenceRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom network policies let through: namespaces and clusters that are there. */
final class PolicyPeers {
  private static final String NAMESPACE = "io.kubernetes.pod.namespace";
  private static final String CLUSTER = "io.cilium.k8s.policy.cluster";
  private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  /** Labels that say where pods are, and are not theirs. */
  static final List<String> PLACES = List.of(NAMESPACE, CLUSTER);

  private static final List<String> POLICIES =
      List.of("NetworkPolicy", "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy");

  private PolicyPeers() {}

  /** Judges the policies of a cluster. */
  static void judge(HomelabView homelab, ClusterView cluster, Report report) {
    for (var kind : POLICIES) {
      for (var subject : cluster.objects(kind)) {
        for (var direction : List.of("ingress", "egress")) {
          for (var rule : subject.emitted().at("/spec/" + direction)) {
            for (var field : List.of("fromEndpoints", "toEndpoints")) {
              rule.path(field).forEach(peer -> cilium(homelab, cluster, subject, peer, report));
            }
            for (var field : List.of("from", "to")) {
              rule.path(field).forEach(peer -> plain(cluster, subject, peer, report));
            }
          }
        }
      }
    }
  }

  private static void cilium(
      HomelabView homelab, ClusterView cluster, Subject subject, JsonNode peer, Report report) {
    var labels = Selector.of(peer).equal();
    var home = Optional.of(cluster);
    if (labels.containsKey(CLUSTER)) {
      home = inMesh(homelab, labels.get(CLUSTER));
      var found = home.isPresent();
      report.judge(
          ReferenceRule.MESH_CLUSTER_UNKNOWN,
          subject,
          found,
          () -> unknown(homelab, subject, labels.get(CLUSTER)));
    }
    home.filter(each -> labels.containsKey(NAMESPACE))
        .ifPresent(each -> namespace(each, subject, labels.get(NAMESPACE), report));
  }

  private static void plain(ClusterView cluster, Subject subject, JsonNode peer, Report report) {
    var name = Selector.of(peer.path("namespaceSelector")).equal().get(NAMESPACE_NAME);
    if (name != null) {
      namespace(cluster, subject, name, report);
    }
  }

  private static void namespace(ClusterView cluster, Subject subject, String name, Report report) {
    var known = cluster.known();
    var there = known.find("Namespace", "", name);
    report.judge(
        ReferenceRule.REF_UNKNOWN,
        subject,
        there.isPresent(),
        () ->
            "%s names Namespace %s, which cluster %s does not have (it has %s): %s"
                .formatted(
                    subject.emitted().describe(),
                    name,
                    cluster.id(),
                    Near.list(name, known.names("Namespace", "")),
                    Near.cure(
                        name, known.names("Namespace", ""), "name one in which something runs")));
    there.ifPresent(each -> report.prove(subject, each.proof()));
  }

  private static Optional<ClusterView> inMesh(HomelabView homelab, String name) {
    return homelab.clusters().stream()
        .filter(cluster -> mesh(cluster).anyMatch(mesh -> mesh.cluster().equals(name)))
        .findFirst();
  }

  private static Stream<MeshPlan> mesh(ClusterView cluster) {
    return cluster.model().cluster().plan().mesh().stream();
  }

  private static String unknown(HomelabView homelab, Subject subject, String name) {
    var names =
        homelab.clusters().stream().flatMap(PolicyPeers::mesh).map(MeshPlan::cluster).toList();
    return "%s names cluster %s, which is not in the mesh (it has %s): %s"
        .formatted(
            subject.emitted().describe(),
            name,
            Near.list(name, names),
            Near.cure(name, names, "take the name that the plan gives it"));
  }
}

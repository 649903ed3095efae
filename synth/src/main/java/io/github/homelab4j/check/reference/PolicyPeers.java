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
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

  private final HomelabView homelab;
  private final ClusterView cluster;
  private final Map<ClusterView, Targets> targets;
  private final Report report;

  PolicyPeers(
      HomelabView homelab, ClusterView cluster, Map<ClusterView, Targets> targets, Report report) {
    this.homelab = homelab;
    this.cluster = cluster;
    this.targets = targets;
    this.report = report;
  }

  /** Judges the policies of the cluster. */
  void judge() {
    for (var kind : POLICIES) {
      for (var subject : cluster.objects(kind)) {
        for (var direction : List.of("ingress", "egress")) {
          for (var rule : subject.emitted().at("/spec/" + direction)) {
            for (var field : List.of("fromEndpoints", "toEndpoints")) {
              rule.path(field).forEach(peer -> cilium(subject, peer));
            }
            for (var field : List.of("from", "to")) {
              rule.path(field).forEach(peer -> plain(subject, peer));
            }
          }
        }
      }
    }
  }

  private void cilium(Subject subject, JsonNode peer) {
    var selector = Selector.of(peer);
    var mesh = selector.equal().get(CLUSTER);
    var home = mesh == null ? Optional.of(cluster) : inMesh(mesh);
    if (mesh != null) {
      report.judge(
          ReferenceRule.MESH_CLUSTER_UNKNOWN,
          subject,
          home.isPresent(),
          () -> unknown(subject, mesh));
    }
    home.ifPresent(there -> peer(there, subject, selector));
  }

  private void peer(ClusterView home, Subject subject, Selector selector) {
    var namespace = selector.equal().get(NAMESPACE);
    var isKnown = namespace == null || namespace(home, subject, namespace);
    var others = selector.without(PLACES);
    if (isKnown && !others.isEmpty()) {
      // A policy of a namespace means its own pods, unless it says where they are.
      var own = subject.emitted().namespace();
      var where = namespace == null ? own : namespace;
      pods(home, subject, others, where.isEmpty() ? each -> true : where::equals);
    }
  }

  private void plain(Subject subject, JsonNode peer) {
    var name = Selector.of(peer.path("namespaceSelector")).equal().get(NAMESPACE_NAME);
    var isKnown = name == null || namespace(cluster, subject, name);
    var pods = Selector.of(peer.path("podSelector"));
    if (isKnown && !pods.isEmpty()) {
      // Other labels of namespaces are not looked at.
      Predicate<String> where =
          name != null
              ? name::equals
              : peer.has("namespaceSelector")
                  ? each -> true
                  : subject.emitted().namespace()::equals;
      pods(cluster, subject, pods, where);
    }
  }

  private void pods(ClusterView home, Subject subject, Selector selector, Predicate<String> where) {
    new Selection(subject, "its peers", "pods", selector, where)
        .judge(targets.get(home).pods(), report);
  }

  private boolean namespace(ClusterView home, Subject subject, String name) {
    var known = home.known();
    var there = known.find("Namespace", "", name);
    var names = known.names("Namespace", "");
    report.judge(
        ReferenceRule.REF_UNKNOWN,
        subject,
        there.isPresent(),
        () ->
            "%s names Namespace %s, which cluster %s does not have (it has %s): %s"
                .formatted(
                    subject.emitted().describe(),
                    name,
                    home.id(),
                    Near.list(name, names),
                    Near.cure(name, names, "name one in which something runs")));
    there.ifPresent(each -> report.prove(subject, each.proof()));
    return there.isPresent();
  }

  private Optional<ClusterView> inMesh(String name) {
    return homelab.clusters().stream()
        .filter(cluster -> mesh(cluster).anyMatch(mesh -> mesh.cluster().equals(name)))
        .findFirst();
  }

  private static Stream<MeshPlan> mesh(ClusterView cluster) {
    return cluster.model().cluster().plan().mesh().stream();
  }

  private String unknown(Subject subject, String name) {
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

package io.github.homelab4j.check.reference;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Near;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.graph.Namespaces;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.rule.ReferenceRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Objects are in namespaces that a component runs in, that are emitted, or that are there before
 * Flux. Any other would be created for them, also a misspelt one.
 */
public final class NamespacesDeclared implements Check {
  private static final Set<String> NAMESPACED =
      Set.of(
          "ConfigMap",
          "CronJob",
          "DaemonSet",
          "Deployment",
          "HTTPRoute",
          "Job",
          "NetworkPolicy",
          "PersistentVolumeClaim",
          "Pod",
          "PodDisruptionBudget",
          "Role",
          "RoleBinding",
          "Secret",
          "Service",
          "ServiceAccount",
          "StatefulSet");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ReferenceRule.NAMESPACE_UNDECLARED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var declared = declared(cluster);
      for (var subject : cluster.objects()) {
        var namespace = subject.emitted().namespace();
        if (!namespace.isEmpty() || isNamespaced(subject)) {
          report.judge(
              ReferenceRule.NAMESPACE_UNDECLARED,
              subject,
              declared.contains(namespace),
              () -> message(subject, cluster, declared));
        }
      }
    }
  }

  // Of other kinds it is not known whether they have one.
  private static boolean isNamespaced(Subject subject) {
    return NAMESPACED.contains(subject.emitted().kind())
        || subject.emitted().group().endsWith(".toolkit.fluxcd.io");
  }

  private static Set<String> declared(ClusterView cluster) {
    var declared = new TreeSet<>(Namespaces.EXTERNAL);
    cluster.model().units().stream().map(Unit::namespace).forEach(declared::add);
    cluster.objects("Namespace").forEach(each -> declared.add(each.emitted().name()));
    return declared;
  }

  private static String message(Subject subject, ClusterView cluster, Set<String> declared) {
    var namespace = subject.emitted().namespace();
    if (namespace.isEmpty()) {
      return "%s states no namespace, and Flux refuses what has none: state it"
          .formatted(subject.emitted().describe());
    }
    return "%s is in namespace %s, in which nothing of cluster %s runs (there is %s): %s"
        .formatted(
            subject.emitted().describe(),
            namespace,
            cluster.id(),
            Near.list(namespace, declared),
            Near.cure(namespace, declared, "compose something into it, or emit the Namespace"));
  }
}

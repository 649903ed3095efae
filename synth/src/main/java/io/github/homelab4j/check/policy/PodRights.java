package io.github.homelab4j.check.policy;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.check.Workload.Source;
import io.github.homelab4j.rule.AccessRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who gets a token for the Kubernetes API: what is bound to a role has said that it needs one, and
 * has an account of its own.
 */
public final class PodRights implements Check {
  private static final Set<String> BINDINGS = Set.of("RoleBinding", "ClusterRoleBinding");

  @Override
  public List<? extends Rule> rules() {
    return List.of(AccessRule.RBAC_001, AccessRule.RBAC_002);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      var bound = bound(cluster);
      for (var workload : cluster.workloads()) {
        judge(cluster, workload, bound, report);
      }
    }
  }

  private static void judge(
      ClusterView cluster, Workload workload, Set<String> bound, Report report) {
    var pod = Pod.of(workload, 0);
    var account = pod.at("/serviceAccountName");
    var isBound = bound.contains(workload.namespace() + "/" + account.text());
    var token = token(cluster, pod);
    // What says that it wants one, or is bound to a role, needs it; a chart's own account is bound
    // by
    // the chart.
    var needs = token.isTrue() || isBound || workload.source() == Source.CHART && account.isSet();
    Judgement.judge(
        AccessRule.RBAC_001,
        workload,
        needs
            ? Outcome.HOLDS
            : token.when(Value::isFalse, "gets a token for the API, and its account has no role"),
        report);
    if (needs && !token.isFalse()) {
      Judgement.judge(
          AccessRule.RBAC_002,
          workload,
          account.when(
              name -> !name.text().equals("default"),
              "talks to the API with the account of its namespace"),
          report);
    }
  }

  // What the pod does not say, its account says for it.
  private static Value token(ClusterView cluster, Pod pod) {
    var own = pod.at("/automountServiceAccountToken");
    var account = pod.at("/serviceAccountName");
    if (own.isSet() || !own.known() || !account.isSet()) {
      return own;
    }
    return cluster
        .object("ServiceAccount", pod.workload().namespace(), account.text())
        .map(object -> object.emitted().at("/automountServiceAccountToken"))
        .map(Value::of)
        .orElse(own);
  }

  private static Set<String> bound(ClusterView cluster) {
    var bound = new TreeSet<String>();
    for (var kind : BINDINGS) {
      for (var binding : cluster.objects(kind)) {
        for (var subject : binding.emitted().at("/subjects")) {
          var namespace = subject.path("namespace").asText(binding.emitted().namespace());
          bound.add(namespace + "/" + subject.path("name").asText());
        }
      }
    }
    return bound;
  }
}

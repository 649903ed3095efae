package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;

/** Nothing is in {@code default}, and only what belongs there in {@code kube-system}. */
final class ObjectNamespaces implements Check {
  private static final String SYSTEM = "kube-system";
  // Rights are given where what they are about is.
  private static final Set<String> RIGHTS = Set.of("Role", "RoleBinding");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.NAMESPACE_DEFAULT, ObjectRule.NAMESPACE_SYSTEM);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.objects().forEach(subject -> check(subject, report));
    }
  }

  private static void check(Subject subject, Report report) {
    var object = subject.emitted();
    var namespace = object.namespace();
    if (!namespace.isEmpty()) {
      report.judge(
          ObjectRule.NAMESPACE_DEFAULT,
          subject,
          !namespace.equals("default"),
          () ->
              "%s %s is in namespace default: give it the component's namespace, %s"
                  .formatted(object.kind(), object.name(), home(subject)));
    }
    if (namespace.equals(SYSTEM) && !RIGHTS.contains(object.kind())) {
      report.judge(
          ObjectRule.NAMESPACE_SYSTEM,
          subject,
          belongs(subject),
          () ->
              "%s is in kube-system, where only parts of the cluster itself belong, and %s is none: give it a namespace of its own"
                  .formatted(object.describe(), subject.path()));
    }
  }

  private static String home(Subject subject) {
    return subject.unit().map(unit -> unit.namespace()).orElse("a namespace of its own");
  }

  private static boolean belongs(Subject subject) {
    return subject
        .unit()
        .flatMap(unit -> unit.component())
        .map(component -> component.info() != null && component.info().namespace().equals(SYSTEM))
        .orElse(false);
  }
}

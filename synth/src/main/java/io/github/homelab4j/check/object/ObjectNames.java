package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Map;

/**
 * Names that the API server takes, and that are short enough for what controllers append to them: a
 * CronJob's jobs get 11 characters more, and so does the revision of a StatefulSet, which is a
 * label of its pods.
 */
final class ObjectNames implements Check {
  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("Namespace", new Form(Names.LABEL, 63)),
          Map.entry("Service", new Form(Names.LETTER_LABEL, 63)),
          Map.entry("Deployment", new Form(Names.SUBDOMAIN, 63)),
          Map.entry("DaemonSet", new Form(Names.SUBDOMAIN, 63)),
          Map.entry("Job", new Form(Names.SUBDOMAIN, 63)),
          Map.entry("CronJob", new Form(Names.SUBDOMAIN, 52)),
          Map.entry("StatefulSet", new Form(Names.LABEL, 52)),
          // Flux labels everything that it applies with the name of its Kustomization.
          Map.entry("Kustomization", new Form(Names.SUBDOMAIN, 63)),
          Map.entry("HelmRelease", new Form(Names.SUBDOMAIN, 53)),
          Map.entry("ClusterRole", new Form(Names.SEGMENT, 253)),
          Map.entry("ClusterRoleBinding", new Form(Names.SEGMENT, 253)),
          Map.entry("Role", new Form(Names.SEGMENT, 253)),
          Map.entry("RoleBinding", new Form(Names.SEGMENT, 253)));
  private static final Form OTHERS = new Form(Names.SUBDOMAIN, 253);

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.NAME_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.objects().forEach(subject -> check(subject, report));
    }
  }

  private static void check(Subject subject, Report report) {
    var object = subject.emitted();
    var form = FORMS.getOrDefault(object.kind(), OTHERS);
    report.judge(
        ObjectRule.NAME_INVALID,
        subject,
        form.names.allows(object.name(), form.atMost),
        () ->
            "'%s' is not a name for a %s: %s, at most %s characters"
                .formatted(object.name(), object.kind(), form.names.advice(), form.atMost));
    var namespace = object.namespace();
    report.judge(
        ObjectRule.NAME_INVALID,
        subject,
        namespace.isEmpty() || Names.LABEL.allows(namespace, 63),
        () ->
            "'%s' of %s is not a name for a Namespace: %s, at most 63 characters"
                .formatted(namespace, object.describe(), Names.LABEL.advice()));
  }

  private record Form(Names names, int atMost) {}
}

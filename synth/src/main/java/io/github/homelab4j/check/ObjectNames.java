package io.github.homelab4j.check;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that the API server takes: DNS subdomains of at most 253 characters, and labels of at most
 * 63 where a name becomes a host name.
 */
final class ObjectNames implements Check {
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Set<String> LABELS =
      Set.of("Service", "Namespace", "StatefulSet", "Deployment", "DaemonSet", "Job");
  // RBAC names are path segments: a colon is usual in them.
  private static final Set<String> FREE =
      Set.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.NAME_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var resolution = homelab.resolution();
    for (var cluster : resolution.clusters()) {
      for (var unit : cluster.units()) {
        unit.objects()
            .filter(object -> !isValid(object))
            .forEach(
                object ->
                    report.add(
                        new Finding(
                            ObjectRule.NAME_INVALID,
                            cluster.id() + "/" + unit.name(),
                            unit.origin(),
                            "'%s' is not a name for a %s: use lower-case letters, digits and hyphens, at most %s characters"
                                .formatted(
                                    object.name(),
                                    object.kind(),
                                    LABELS.contains(object.kind()) ? 63 : 253))));
      }
    }
  }

  private static boolean isValid(Emitted object) {
    var name = object.name();
    return FREE.contains(object.kind())
        ? !name.isEmpty()
        : SUBDOMAIN.matcher(name).matches()
            && name.length() <= (LABELS.contains(object.kind()) ? 63 : 253);
  }
}

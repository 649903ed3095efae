package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.AccessRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What roles allow, and to whom. */
public final class Roles implements Check {
  private static final Set<String> EVERYBODY =
      Set.of(
          "system:anonymous", "system:unauthenticated", "system:authenticated", "system:masters");
  private static final Set<String> READING = Set.of("get", "list", "watch", "*");
  private static final Set<String> CREATING = Set.of("create", "*");
  private static final Set<String> WRITING =
      Set.of("create", "update", "patch", "delete", "deletecollection", "*");
  private static final Set<String> RISING = Set.of("escalate", "bind", "impersonate");
  private static final Set<String> COMMANDS = Set.of("pods/exec", "pods/attach");
  private static final Set<String> WEBHOOKS =
      Set.of("mutatingwebhookconfigurations", "validatingwebhookconfigurations");

  @Override
  public List<? extends Rule> rules() {
    return List.of(
        AccessRule.RBAC_003,
        AccessRule.RBAC_004,
        AccessRule.RBAC_005,
        AccessRule.RBAC_006,
        AccessRule.RBAC_007,
        AccessRule.RBAC_008,
        AccessRule.RBAC_009);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var kind : List.of("Role", "ClusterRole")) {
        cluster.objects(kind).forEach(role -> role(role, report));
      }
      for (var kind : List.of("RoleBinding", "ClusterRoleBinding")) {
        cluster.objects(kind).forEach(binding -> binding(binding, report));
      }
    }
  }

  private static void role(Subject role, Report report) {
    var wild = new TreeSet<String>();
    var secrets = false;
    var commands = new TreeSet<String>();
    var rising = new TreeSet<String>();
    var pods = false;
    for (var rule : role.emitted().at("/rules")) {
      var verbs = texts(rule, "verbs");
      var resources = texts(rule, "resources");
      for (var field : List.of("verbs", "resources", "apiGroups")) {
        if (texts(rule, field).contains("*")) {
          wild.add(field);
        }
      }
      secrets |=
          resources.contains("secrets")
              && rule.path("resourceNames").isEmpty()
              && meet(verbs, READING);
      pods |= resources.contains("pods") && meet(verbs, CREATING);
      COMMANDS.stream().filter(resources::contains).forEach(commands::add);
      RISING.stream().filter(verbs::contains).forEach(rising::add);
      if (meet(resources, WEBHOOKS) && meet(verbs, WRITING)) {
        rising.add("change webhooks");
      }
    }
    Judgement.judge(AccessRule.RBAC_004, role, wild.isEmpty(), "has * in " + join(wild), report);
    Judgement.judge(AccessRule.RBAC_005, role, !secrets, "reads all Secrets", report);
    Judgement.judge(
        AccessRule.RBAC_006, role, commands.isEmpty(), "allows " + join(commands), report);
    Judgement.judge(
        AccessRule.RBAC_007, role, rising.isEmpty(), "allows to " + join(rising), report);
    Judgement.judge(AccessRule.RBAC_009, role, !pods, "allows to create pods", report);
  }

  private static void binding(Subject binding, Report report) {
    var role = binding.emitted().at("/roleRef/name").asText();
    var wide = new TreeSet<String>();
    for (var subject : binding.emitted().at("/subjects")) {
      wide.add(subject.path("name").asText());
    }
    wide.retainAll(EVERYBODY);
    Judgement.judge(
        AccessRule.RBAC_003,
        binding,
        !role.equals("cluster-admin"),
        "gives all rights of cluster-admin",
        report);
    Judgement.judge(
        AccessRule.RBAC_008,
        binding,
        wide.isEmpty(),
        "gives role %s to %s".formatted(role, join(wide)),
        report);
  }

  private static Set<String> texts(JsonNode rule, String field) {
    var texts = new TreeSet<String>();
    rule.path(field).forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static boolean meet(Set<String> some, Set<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  private static String join(Set<String> texts) {
    return String.join(", ", texts);
  }
}

package io.github.homelab4j.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.change.Committed;
import io.github.homelab4j.change.Difference;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what Flux would do with a difference. */
final class Dangers {
  private static final Set<String> DATA =
      Set.of("Namespace", "PersistentVolumeClaim", "PersistentVolume", "StatefulSet");
  private static final Set<String> WAYS_IN =
      Set.of("HTTPRoute", "TLSRoute", "TCPRoute", "UDPRoute", "GRPCRoute", "Ingress", "Gateway");
  private static final Set<String> BINDINGS = Set.of("RoleBinding", "ClusterRoleBinding");
  private static final Set<String> ROLES = Set.of("Role", "ClusterRole");
  private static final Set<String> HOST =
      Set.of("privileged", "hostNetwork", "hostPID", "hostIPC", "allowPrivilegeEscalation");
  private static final Set<String> OPEN = Set.of("LoadBalancer", "NodePort");
  private static final Pattern COPIES =
      Pattern.compile("(min)?replicas|replicaCount|instances", Pattern.CASE_INSENSITIVE);
  private static final List<String> LEVELS = List.of("restricted", "baseline", "privileged");

  private Dangers() {}

  /** Of an object that is gone. */
  static List<Mark> removed(Committed gone) {
    var kind = gone.object().kind();
    if (gone.outlivesItsFile()) {
      return List.of(new Mark(Danger.PRUNE, "it stays in the cluster, and nothing manages it"));
    }
    if (kind.endsWith("NetworkPolicy")) {
      return List.of(
          new Mark(Danger.EXPOSURE, "Flux deletes it, and what it refused is let through"));
    }
    if (DATA.contains(kind)) {
      return List.of(new Mark(Danger.DATA_LOSS, "Flux deletes it, and its data with it"));
    }
    return List.of(
        new Mark(
            Danger.PRUNE,
            switch (kind) {
              case "HelmRelease" -> "Flux uninstalls the release";
              case "Kustomization" -> "Flux deletes what it applied";
              default -> "Flux deletes it";
            }));
  }

  /** Of an object that is new. */
  static List<Mark> added(Emitted object) {
    var kind = object.kind();
    if (WAYS_IN.contains(kind)
        || (kind.equals("Service") && OPEN.contains(object.at("/spec/type").asText()))) {
      return List.of(new Mark(Danger.EXPOSURE, "it is a new way into the cluster"));
    }
    if (BINDINGS.contains(kind)) {
      return List.of(
          new Mark(
              Danger.RBAC,
              "it gives %s %s"
                  .formatted(
                      object.at("/roleRef/kind").asText(), object.at("/roleRef/name").asText())));
    }
    return List.of();
  }

  /** Of a field. */
  static List<Mark> changed(Emitted object, Difference difference) {
    var marks = new ArrayList<Mark>();
    privilege(object, difference, marks);
    rights(object, difference, marks);
    reach(object, difference, marks);
    secrets(object, difference, marks);
    copies(difference, marks);
    return marks;
  }

  private static void privilege(Emitted object, Difference difference, List<Mark> marks) {
    var field = last(difference);
    if (HOST.contains(field) && difference.after().asBoolean()) {
      marks.add(new Mark(Danger.PRIVILEGE, "pods get " + field));
    }
    if (field.equals("runAsNonRoot") && !difference.after().asBoolean()) {
      marks.add(new Mark(Danger.PRIVILEGE, "pods may run as root"));
    }
    if (difference.field().contains("capabilities.add") && !difference.after().isMissingNode()) {
      marks.add(new Mark(Danger.PRIVILEGE, "pods get capabilities"));
    }
    if (object.kind().equals("Namespace")
        && LEVELS.indexOf(difference.after().asText())
            > LEVELS.indexOf(difference.before().asText())) {
      marks.add(new Mark(Danger.PRIVILEGE, "the namespace admits more pods"));
    }
  }

  private static void rights(Emitted object, Difference difference, List<Mark> marks) {
    if (ROLES.contains(object.kind())
        && difference.field().startsWith("rules")
        && !difference.after().isMissingNode()) {
      marks.add(new Mark(Danger.RBAC, "whoever has the role gets more rights"));
    }
    if (BINDINGS.contains(object.kind())
        && !difference.field().startsWith("metadata")
        && !difference.after().isMissingNode()) {
      marks.add(new Mark(Danger.RBAC, "others get the role"));
    }
  }

  private static void reach(Emitted object, Difference difference, List<Mark> marks) {
    if (last(difference).equals("type") && OPEN.contains(difference.after().asText())) {
      marks.add(new Mark(Danger.EXPOSURE, "the Service gets an address outside the cluster"));
    }
    if (WAYS_IN.contains(object.kind())
        && (difference.field().startsWith("spec.hostnames") || isHost(difference))
        && !difference.after().isMissingNode()) {
      marks.add(new Mark(Danger.EXPOSURE, "another host name leads into the cluster"));
    }
  }

  // Of an Ingress: one name instead of another, or a whole rule more.
  private static boolean isHost(Difference difference) {
    return difference.field().startsWith("spec.rules")
        && (last(difference).equals("host") || difference.after().has("host"));
  }

  private static void secrets(Emitted object, Difference difference, List<Mark> marks) {
    var field = difference.field();
    if (object.kind().equals("ExternalSecret")
        && (field.startsWith("spec.data") || field.startsWith("spec.secretStoreRef"))) {
      marks.add(new Mark(Danger.SECRET_SOURCE, "the Secret is filled from elsewhere"));
    }
    if (object.kind().endsWith("SecretStore") && field.startsWith("spec.provider")) {
      marks.add(new Mark(Danger.SECRET_SOURCE, "all Secrets of the store come from elsewhere"));
    }
  }

  private static void copies(Difference difference, List<Mark> marks) {
    if (COPIES.matcher(last(difference)).matches()
        && isNumber(difference.before())
        && isNumber(difference.after())
        && difference.after().asInt() < difference.before().asInt()) {
      marks.add(
          new Mark(
              Danger.REPLICAS_DOWN,
              "%s copies run instead of %s"
                  .formatted(difference.after().asText(), difference.before().asText())));
    }
    if (last(difference).equals("suspend") && difference.after().asBoolean()) {
      marks.add(new Mark(Danger.SUSPEND, "Flux does not look after it any more"));
    }
    if (last(difference).equals("kustomize.toolkit.fluxcd.io/prune")
        && difference.before().asText().equals("disabled")) {
      marks.add(new Mark(Danger.DATA_LOSS, "Flux deletes it when its file goes"));
    }
  }

  private static boolean isNumber(JsonNode node) {
    return node.isIntegralNumber();
  }

  private static String last(Difference difference) {
    return difference.path().get(difference.path().size() - 1);
  }
}

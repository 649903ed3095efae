package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How a pod is confined; by the definitions of the Pod Security Standards where they have one. */
final class ConfinementTests {
  private static final Set<String> DEFAULT_CAPABILITIES =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");
  private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final List<String> SELINUX_TYPES =
      List.of("", "container_t", "container_init_t", "container_kvm_t");

  private ConfinementTests() {}

  static Outcome privileged(Container container) {
    return container.at("/securityContext/privileged").unless(Value::isTrue, "is privileged");
  }

  static Outcome addedCapabilities(Container container) {
    var add = container.at("/securityContext/capabilities/add");
    var beyond = texts(add.node());
    beyond.removeAll(DEFAULT_CAPABILITIES);
    return add.unless(list -> !beyond.isEmpty(), "adds " + String.join(", ", beyond));
  }

  static Outcome droppedCapabilities(Container container) {
    if (container.pod().isWindows()) {
      return Outcome.HOLDS;
    }
    var drop = container.at("/securityContext/capabilities/drop");
    var add = container.at("/securityContext/capabilities/add");
    var kept = texts(add.node());
    kept.retainAll(DEFAULT_CAPABILITIES);
    kept.remove("NET_BIND_SERVICE");
    return add.unless(list -> !kept.isEmpty(), "adds " + String.join(", ", kept))
        .and(drop.when(list -> texts(list.node()).contains("ALL"), "keeps capabilities"));
  }

  private static TreeSet<String> texts(JsonNode list) {
    var texts = new TreeSet<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  static Outcome escalation(Container container) {
    return container.pod().isWindows()
        ? Outcome.HOLDS
        : container
            .at("/securityContext/allowPrivilegeEscalation")
            .when(Value::isFalse, "may gain rights");
  }

  static Outcome nonRoot(Container container) {
    if (container.pod().isSince(35) && container.pod().hasUsersOfItsOwn()) {
      return Outcome.HOLDS;
    }
    // What the pod denies, its containers cannot take back.
    return container
        .pod()
        .at("/securityContext/runAsNonRoot")
        .unless(Value::isFalse, "may run as root")
        .and(container.security("/runAsNonRoot").when(Value::isTrue, "may run as root"));
  }

  static Outcome user(Container container) {
    if (container.pod().isSince(35) && container.pod().hasUsersOfItsOwn()) {
      return Outcome.HOLDS;
    }
    return container.securityUnless("/runAsUser", ConfinementTests::isZero, "runs as user 0");
  }

  static Outcome groups(Pod pod) {
    var set = new ArrayList<Value>();
    set.add(pod.at("/securityContext/runAsGroup"));
    set.add(pod.at("/securityContext/fsGroup"));
    pod.at("/securityContext/supplementalGroups").node().forEach(group -> set.add(Value.of(group)));
    pod.containers().forEach(each -> set.add(each.at("/securityContext/runAsGroup")));
    var outcome = Outcome.HOLDS;
    for (var value : set) {
      outcome = outcome.and(value.unless(ConfinementTests::isZero, "has group 0"));
    }
    return outcome;
  }

  private static boolean isZero(Value value) {
    return value.node().isNumber() && value.node().longValue() == 0;
  }

  static Outcome seccomp(Container container) {
    return container.pod().isWindows()
        ? Outcome.HOLDS
        : seccompNotOff(container)
            .and(
                container
                    .security("/seccompProfile/type")
                    .when(type -> PROFILES.contains(type.text()), "has no seccomp profile"));
  }

  static Outcome seccompNotOff(Container container) {
    return container.securityUnless(
        "/seccompProfile/type", type -> !PROFILES.contains(type.text()), "switches seccomp off");
  }

  static Outcome appArmor(Container container) {
    return container.securityUnless(
        "/appArmorProfile/type", type -> !PROFILES.contains(type.text()), "switches AppArmor off");
  }

  static Outcome seLinux(Container container) {
    return container.securityUnless(
        "/seLinuxOptions",
        options -> !isOfContainers(options.node(), container.pod()),
        "has SELinux options of its own");
  }

  private static boolean isOfContainers(JsonNode options, Pod pod) {
    var type = options.path("type").asText("");
    return options.path("user").asText("").isEmpty()
        && options.path("role").asText("").isEmpty()
        && (SELINUX_TYPES.contains(type) || pod.isSince(31) && type.equals("container_engine_t"));
  }

  static Outcome procMount(Container container) {
    return container
        .at("/securityContext/procMount")
        .unless(type -> !type.text().equals("Default"), "sees all of /proc");
  }

  static Outcome procMountOfMachine(Container container) {
    return container.pod().isSince(35) && container.pod().hasUsersOfItsOwn()
        ? Outcome.HOLDS
        : procMount(container);
  }

  static Outcome sysctls(Pod pod) {
    var names = new TreeSet<String>();
    pod.at("/securityContext/sysctls")
        .node()
        .forEach(sysctl -> names.add(sysctl.path("name").asText()));
    names.removeIf(name -> SafeSysctls.isSafe(name, pod));
    return pod.at("/securityContext/sysctls")
        .unless(set -> !names.isEmpty(), "sets " + String.join(", ", names));
  }

  static Outcome volumes(Pod pod) {
    var others = new ArrayList<String>();
    for (var volume : pod.at("/volumes").node()) {
      // One that says nothing but its name is an emptyDir.
      if (volume.size() > 1 && !volume.has("hostPath") && VOLUMES.stream().noneMatch(volume::has)) {
        others.add(volume.path("name").asText());
      }
    }
    return pod.at("/volumes")
        .unless(
            volumes -> !others.isEmpty(),
            "has volumes of other types: " + String.join(", ", others));
  }

  static Outcome readOnlyRoot(Container container) {
    return container
        .at("/securityContext/readOnlyRootFilesystem")
        .when(Value::isTrue, "writes to its root file system");
  }
}

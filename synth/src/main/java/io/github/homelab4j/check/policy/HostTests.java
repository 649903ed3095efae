package io.github.homelab4j.check.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.rule.PodRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a pod takes of its machine. */
final class HostTests {
  private static final Set<String> SOCKETS =
      Set.of("docker.sock", "containerd.sock", "crio.sock", "cri-dockerd.sock");
  private static final List<String> PROBES =
      List.of("/livenessProbe", "/readinessProbe", "/startupProbe");
  private static final List<String> HANDLERS = List.of("/httpGet/host", "/tcpSocket/host");

  private HostTests() {}

  static Outcome network(Pod pod) {
    return pod.at("/hostNetwork").unless(Value::isTrue, "uses the network of its machine");
  }

  static Outcome processes(Pod pod) {
    return pod.at("/hostPID").unless(Value::isTrue, "sees the processes of its machine");
  }

  static Outcome memory(Pod pod) {
    return pod.at("/hostIPC").unless(Value::isTrue, "shares memory with its machine");
  }

  static Outcome folders(Pod pod) {
    var paths = List.copyOf(mounted(pod).values());
    return pod.at("/volumes")
        .unless(volumes -> !paths.isEmpty(), "mounts " + String.join(", ", paths));
  }

  static Outcome written(Container container) {
    var folders = mounted(container.pod());
    // Whether it may mount them at all is asked first.
    if (folders.isEmpty() || !container.pod().exemptedFrom().contains(PodRule.SEC_005)) {
      return Outcome.UNKNOWN;
    }
    var written = new ArrayList<String>();
    for (var mount : container.at("/volumeMounts").node()) {
      var path = folders.get(mount.path("name").asText());
      if (path != null && !mount.path("readOnly").asBoolean()) {
        written.add(path);
      }
    }
    return container
        .at("/volumeMounts")
        .unless(mounts -> !written.isEmpty(), "writes to " + String.join(", ", written));
  }

  static Outcome sockets(Pod pod) {
    var sockets =
        mounted(pod).values().stream()
            .filter(path -> SOCKETS.contains(path.substring(path.lastIndexOf('/') + 1)))
            .toList();
    return pod.at("/volumes")
        .unless(volumes -> !sockets.isEmpty(), "mounts " + String.join(", ", sockets));
  }

  // Folders of the machine by the name of their volume.
  private static Map<String, String> mounted(Pod pod) {
    var paths = new TreeMap<String, String>();
    for (var volume : pod.at("/volumes").node()) {
      if (volume.has("hostPath")) {
        paths.put(volume.path("name").asText(), volume.at("/hostPath/path").asText());
      }
    }
    return paths;
  }

  static Outcome ports(Container container) {
    for (var port : container.at("/ports").node()) {
      if (port.path("hostPort").asInt() != 0) {
        return Outcome.broken("takes port %s of its machine".formatted(port.path("hostPort")));
      }
    }
    return container.at("/ports").unless(ports -> false, "");
  }

  static Outcome askedHosts(Container container) {
    if (!container.pod().isSince(34)) {
      return Outcome.UNKNOWN;
    }
    for (var probe : PROBES) {
      var host = host(container.at(probe).node());
      if (!host.isEmpty()) {
        return Outcome.broken("has a %s that asks %s".formatted(probe.substring(1), host));
      }
    }
    for (var hook : List.of("postStart", "preStop")) {
      var host = host(container.at("/lifecycle/" + hook).node());
      if (!host.isEmpty()) {
        return Outcome.broken("has a hook %s that asks %s".formatted(hook, host));
      }
    }
    return container.at("/livenessProbe").unless(probe -> false, "");
  }

  private static String host(JsonNode handler) {
    return HANDLERS.stream()
        .map(field -> handler.at(field).asText(""))
        .filter(host -> !host.isEmpty())
        .findFirst()
        .orElse("");
  }

  static Outcome windows(Container container) {
    return container.securityUnless(
        "/windowsOptions/hostProcess", Value::isTrue, "is a process of its machine");
  }
}

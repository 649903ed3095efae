package io.github.homelab4j.render;

import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.unit.Hostname;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which components serve a host name: those whose routes say so. */
final class HostnameOwners {
  private final Map<String, Set<String>> owners = new HashMap<>();

  HostnameOwners(Resolution resolution) {
    for (var cluster : resolution.clusters()) {
      for (var unit : cluster.units()) {
        var link =
            "[%s](%s/apps/%s/%s/)"
                .formatted(unit.name(), cluster.id(), unit.namespace(), unit.name());
        unit.objects()
            .forEach(
                object ->
                    hostnames(object)
                        .forEach(
                            name ->
                                owners.computeIfAbsent(name, key -> new TreeSet<>()).add(link)));
      }
    }
  }

  /** Links to the components; empty when no route of ours has the name. */
  String of(Hostname name) {
    return String.join(", ", owners.getOrDefault(name.name(), Set.of()));
  }

  private static List<String> hostnames(Emitted object) {
    var out = new ArrayList<>(object.hostnames());
    if (object.kind().equals("HelmRelease")) {
      routes(object, out);
    }
    return out;
  }

  // What a chart makes a route of, or an Ingress: texts, or entries with a name.
  private static void routes(Emitted object, List<String> out) {
    for (var key : List.of("hostnames", "hosts")) {
      for (var found : object.at("/spec/values").findValues(key)) {
        for (var each : found) {
          out.add(each.isTextual() ? each.asText() : each.path("host").asText());
          out.add(each.path("name").asText());
        }
      }
    }
  }
}

package io.github.homelab4j.query;

import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.query.Explanation.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files of machines, and what stands in them. */
final class MachineFiles {
  private final List<Written> all = new ArrayList<>();

  MachineFiles(Resolution resolution) {
    for (var cluster : resolution.clusters()) {
      for (var unit : cluster.hosts()) {
        of(unit).files().forEach(file -> all.add(new Written(cluster, unit, file)));
      }
    }
  }

  private record Written(ClusterModel cluster, Unit unit, HostFile file) {
    String owner() {
      return cluster.id() + "/" + unit.name();
    }
  }

  /** The component of a unit that runs outside Kubernetes. */
  static HostComponent of(Unit unit) {
    return (HostComponent) unit.component().orElseThrow();
  }

  /** Where an address or a name stands: a file each, with its lines. */
  List<Fact> naming(String name) {
    var facts = new ArrayList<Fact>();
    for (var each : all) {
      var lines = each.file().text().lines().toList();
      var found =
          IntStream.range(0, lines.size())
              .filter(i -> names(lines.get(i), name))
              .mapToObj(i -> String.valueOf(i + 1))
              .collect(Collectors.joining(","));
      if (!found.isEmpty()) {
        facts.add(
            new Fact(
                "stands in",
                "%s:%s (component %s)".formatted(each.file().output(), found, each.owner())));
      }
    }
    return facts;
  }

  private static boolean names(String line, String name) {
    return Tokens.of(line.toLowerCase(Locale.ROOT)).anyMatch(name.toLowerCase(Locale.ROOT)::equals);
  }

  /**
   * Explains files by their path below the cluster's folder, or on their machine; and of an address
   * or a host name that is nothing else, where it stands.
   */
  List<Explanation> explain(String name) {
    var found = new ArrayList<Explanation>();
    for (var each : all) {
      if (name.equals(each.file().output()) || name.equals("/" + each.file().target())) {
        found.add(file(each));
      }
    }
    if (found.isEmpty() && name.indexOf('.') > 0) {
      var facts = naming(name);
      if (!facts.isEmpty()) {
        found.add(new Explanation(name + " in files of machines", facts, List.of(), List.of()));
      }
    }
    return found;
  }

  private static Explanation file(Written each) {
    var file = each.file();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("component", each.owner()));
    facts.add(new Fact("composed at", each.unit().origin().toString()));
    facts.add(new Fact("construct", each.unit().source()));
    facts.add(new Fact("machine", file.machine().name()));
    facts.add(
        new Fact("kind", "%s, read by %s".formatted(file.kind().what(), file.kind().reader())));
    file.secrets().forEach(secret -> facts.add(new Fact("filled in", secret.describe())));
    return new Explanation(
        "file %s of cluster %s".formatted(file.output(), each.cluster().id()),
        facts,
        List.of(),
        List.of());
  }
}

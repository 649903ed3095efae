package io.github.homelab4j.bootstrap;

import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.render.SopsFile;
import io.github.homelab4j.render.Yaml;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of {@code bootstrap/}: what brings a cluster to the point where Flux takes over, and
 * back after it was lost. A cluster whose stack has no Flux has none.
 */
public final class BootstrapFiles {
  private static final String FOLDER = "bootstrap/";

  private BootstrapFiles() {}

  /** The files of a cluster, by their path below its folder. */
  public static SortedMap<String, String> of(
      HomelabPlan plan, ClusterModel cluster, StartGraph graph, List<SopsFile> encrypted) {
    var files = new TreeMap<String, String>();
    var bootstrap = graph.bootstrap(cluster.id());
    if (bootstrap.members().isEmpty()) {
      return files;
    }
    var secrets = OwnerSecret.of(cluster, encrypted);
    var tools = Tools.of(cluster, bootstrap);
    var phases =
        List.of(
            Machines.phase(cluster, graph),
            Prerequisites.phase(cluster, bootstrap, secrets),
            DefinitionsPhase.phase(cluster, bootstrap),
            Core.phase(cluster, graph, bootstrap),
            Takeover.phase(plan, cluster));
    files.put(FOLDER + "justfile", Justfile.of(cluster, tools, phases));
    files.put(FOLDER + "README.md", BootstrapPage.of(plan, cluster, graph, tools, secrets, phases));
    files.put(FOLDER + "RECOVERY.md", RecoveryPage.of(plan, cluster, graph, phases));
    Stream.concat(bootstrap.definitions().stream(), bootstrap.members().stream())
        .distinct()
        .flatMap(unit -> Release.of(unit).stream())
        .forEach(release -> files.put(FOLDER + release.file(), values(cluster, release)));
    return files;
  }

  private static String values(ClusterModel cluster, Release release) {
    var path = "clusters/%s/%s%s".formatted(cluster.id(), FOLDER, release.file());
    Unit unit = release.unit();
    var head = "# From %s: change the stack, not this file.\n".formatted(unit.source());
    return Yaml.file(path, head, List.of(release.values()));
  }
}

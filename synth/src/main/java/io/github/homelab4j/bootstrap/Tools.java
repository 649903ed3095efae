package io.github.homelab4j.bootstrap;

import io.github.homelab4j.check.start.Bootstrap;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.ClusterModel;
import java.util.ArrayList;
import java.util.List;

/** The programs that the phases call. */
final class Tools {
  /**
   * A program.
   *
   * @param name its name
   * @param oldest the oldest version that works
   * @param version what makes it say its version
   * @param what what it is for
   */
  record Tool(String name, String oldest, String version, String what) {}

  private Tools() {}

  static List<Tool> of(ClusterModel cluster, Bootstrap bootstrap) {
    var plan = cluster.cluster().plan();
    var tools = new ArrayList<Tool>();
    plan.talos()
        .ifPresent(
            talos ->
                tools.add(
                    new Tool(
                        "talosctl",
                        talos.version().text().replaceFirst("^v", ""),
                        "talosctl version --client",
                        "talks to the machines")));
    // kubectl works with servers of the minor version before and after its own.
    var kubernetes = plan.kubernetesVersion().text().split("\\.");
    tools.add(
        new Tool(
            "kubectl",
            "%s.%s.0".formatted(kubernetes[0], Integer.parseInt(kubernetes[1]) - 1),
            "kubectl version --client",
            "applies and waits"));
    tools.add(
        new Tool("helm", "3.17.0", "helm version --short", "installs what Flux will take over"));
    tools.add(
        new Tool(
            "yq",
            "4.18.0",
            "yq --version",
            "picks definitions out of charts; the one by mikefarah"));
    tools.add(
        new Tool("sops", "3.8.0", "sops --version", "decrypts the Secrets, with your Age key"));
    if (bootstrap.definitions().stream()
        .flatMap(unit -> unit.component().stream())
        .anyMatch(UpstreamManifests.class::isInstance)) {
      tools.add(new Tool("git", "2.25.0", "git version", "fetches definitions from repositories"));
    }
    return tools;
  }
}

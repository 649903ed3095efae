package io.github.homelab4j.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.bootstrap.BootstrapFiles;
import io.github.homelab4j.check.start.StartEdge;
import io.github.homelab4j.check.start.StartGraph;
import io.github.homelab4j.check.start.StartLevels;
import io.github.homelab4j.example.PlannedHomelab;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.graph.Unit;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** How a small homelab starts for the first time, and comes back. */
class BootstrapOfPiTest {
  private final PiHomelab homelab = new PiHomelab(pi -> pi.installBeforeFlux(pi.certManager));
  private final ClusterModel cluster = Resolver.resolve(homelab).clusters().get(0);
  private final StartGraph graph = StartGraph.of(Resolver.resolve(homelab));
  private final SortedMap<String, String> files =
      BootstrapFiles.of(homelab.plan, cluster, graph, List.of());

  @Test
  void what_flux_needs_is_there_before_it_and_flux_comes_last() {
    assertThat(names(graph.bootstrap("pi").members()))
        .containsExactly("cilium", "coredns", "cert-manager", "flux-operator", "flux");
    assertThat(names(graph.bootstrap("pi").definitions()))
        .containsExactly("prometheus-operator-crds", "flux-operator", "cert-manager");
  }

  @Test
  void everything_rests_on_kubernetes_and_what_flux_applies_on_flux() {
    assertThat(graph.needsOf("pi/vault-store"))
        .extracting(StartEdge::to)
        .containsExactlyInAnyOrder("pi/vault", "pi/external-secrets", "pi/k3s", "pi/flux");
    assertThat(graph.needsOf("pi/cilium")).extracting(StartEdge::to).containsExactly("pi/k3s");
    assertThat(graph.needsOf("pi/coredns"))
        .extracting(StartEdge::to)
        .containsExactly("pi/k3s", "pi/cilium");
    assertThat(graph.needsOf("pi/bind")).isEmpty();
  }

  @Test
  void in_the_order_of_startup_everything_comes_after_what_it_needs() {
    var order = names(graph.order(cluster));
    assertThat(order).hasSize(cluster.units().size() + cluster.hosts().size());
    graph
        .edges()
        .forEach(
            (from, needs) ->
                needs.forEach(
                    edge ->
                        assertThat(order.indexOf(last(edge.to())))
                            .as("%s needs %s", from, edge.to())
                            .isLessThan(order.indexOf(last(from)))));
  }

  @Test
  void what_is_in_no_level_starts_in_the_first_that_it_can() {
    var levels = StartLevels.of(cluster, graph);
    var all = cluster.cluster().startLevels();
    assertThat(names(levels.at(all.get(0)))).containsExactly("bind", "vault");
    assertThat(names(levels.at(all.get(1)))).containsExactly("k3s");
    assertThat(names(levels.at(all.get(3))))
        .contains("prometheus-operator-crds", "vault-store", "letsencrypt", "wildcard");
    assertThat(names(levels.at(all.get(2)))).containsExactly("cilium", "coredns", "flux-operator");
  }

  @Test
  void machines_are_brought_up_first() {
    assertThat(files.get("bootstrap/justfile"))
        .contains(
            "bring-up-k3s:\n    # Installs the server, then its agents.\n    ansible-playbook site.yml\n")
        .contains("\nmachines: tools bring-up-k3s\n");
  }

  @Test
  void the_page_lists_levels_and_what_is_done_by_hand() {
    assertThat(files.get("bootstrap/README.md"))
        .contains("| 1 | External services | bind, vault |")
        .contains("**wiki**: Make the bucket.")
        .doesNotContain("Nothing in this stack sets up Kubernetes");
  }

  @Test
  void recovery_says_how_long_it_takes_and_from_where() {
    assertThat(files.get("bootstrap/RECOVERY.md"))
        .contains("It takes 30 to 60 minutes.")
        .contains(
            "### wiki\n\nHolds letters. From: last night's dump.\n\n1. Load the dump of wiki.")
        .contains("- Phase 2: Core: `just core`");
  }

  @Test
  void a_cluster_without_flux_has_no_bootstrap() {
    var resolution = Resolver.resolve(new PlannedHomelab());
    var model = resolution.clusters().get(0);
    assertThat(
            BootstrapFiles.of(
                resolution.homelab().plan(), model, StartGraph.of(resolution), List.of()))
        .isEmpty();
  }

  private static List<String> names(List<Unit> units) {
    return units.stream().map(Unit::name).toList();
  }

  private static String last(String path) {
    return path.substring(path.indexOf('/') + 1);
  }
}

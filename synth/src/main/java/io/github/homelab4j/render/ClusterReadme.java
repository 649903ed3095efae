package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.Foundation;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Unit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code README.md} of a cluster: what runs there, where it is reached, and what needs what. */
public final class ClusterReadme {
  private final Resolution resolution;
  private final ClusterModel model;
  private final StringBuilder out = new StringBuilder();

  private ClusterReadme(Resolution resolution, ClusterModel model) {
    this.resolution = resolution;
    this.model = model;
  }

  /** The page of a cluster. */
  public static String of(Resolution resolution, ClusterModel model) {
    return new ClusterReadme(resolution, model).run();
  }

  private String run() {
    var plan = model.cluster().plan();
    line("# " + model.id());
    line("");
    line(plan.purpose());
    line("");
    line(
        "This folder is synthesized from `%s` and reconciled by Flux; change the stack, not these files."
            .formatted(model.cluster().getClass().getSimpleName() + ".java"));
    if (model.units().stream().anyMatch(ClusterReadme::isFlux)) {
      line("");
      line(
          "[bootstrap/](bootstrap/README.md) brings it up before Flux runs, and [back](bootstrap/RECOVERY.md) after it was lost.");
    }
    components();
    hosts();
    switchedOff();
    notes();
    storeItems();
    addresses();
    otherClusters();
    graph();
    return out.toString();
  }

  private void components() {
    section("Components");
    line("| component | namespace | version | documentation |");
    line("|---|---|---|---|");
    model.units().stream()
        .filter(unit -> unit.component().isPresent())
        .sorted(Comparator.comparing(Unit::name))
        .forEach(
            unit ->
                component(
                    "[%s](apps/%s/%s/)".formatted(unit.name(), unit.namespace(), unit.name()),
                    unit.component().orElseThrow(),
                    () -> unit.objects().map(Emitted::tree)));
  }

  private void switchedOff() {
    if (model.switchedOff().isEmpty()) {
      return;
    }
    section("Switched off");
    line(
        "These are composed and checked, and nothing of them is here: `enabled(true)` in the stack makes them run.");
    line("");
    line("| component | namespace | version | documentation |");
    line("|---|---|---|---|");
    model.switchedOff().stream()
        .sorted(Comparator.comparing(Component::id))
        .forEach(
            component ->
                component(
                    component.id(), component, () -> component.objects().stream().map(Json::tree)));
  }

  private void component(String title, Component component, Supplier<Stream<ObjectNode>> objects) {
    line(
        "| %s | %s | %s | [%s](%s) |"
            .formatted(
                title,
                component.targetNamespace(),
                version(component, objects),
                component.info().name(),
                component.info().upstream()));
  }

  private static boolean isFlux(Unit unit) {
    return unit.component()
        .filter(component -> component.info() != null)
        .filter(component -> component.info().foundation() == Foundation.GITOPS)
        .isPresent();
  }

  private void hosts() {
    if (model.hosts().isEmpty()) {
      return;
    }
    section("Outside Kubernetes");
    line("| component | machines | files | documentation |");
    line("|---|---|---|---|");
    model.hosts().stream()
        .sorted(Comparator.comparing(Unit::name))
        .forEach(
            unit -> {
              var component = (HostComponent) unit.component().orElseThrow();
              line(
                  "| %s | %s | %s | [%s](%s) |"
                      .formatted(
                          unit.name(),
                          component.machines().stream()
                              .map(machine -> "[hosts/%1$s](hosts/%1$s/)".formatted(machine.name()))
                              .collect(Collectors.joining(", ")),
                          component.files().size(),
                          component.info().name(),
                          component.info().upstream()));
            });
  }

  private static String version(Component component, Supplier<Stream<ObjectNode>> objects) {
    if (component instanceof HelmComponent helm) {
      return "chart " + helm.chart().version();
    }
    if (component instanceof UpstreamManifests manifests) {
      return manifests.source().tag();
    }
    return objects
        .get()
        .flatMap(Images::of)
        .map(image -> image.replaceFirst(".*/", ""))
        .findFirst()
        .orElse("");
  }

  private void notes() {
    var notes = new TreeMap<String, List<String>>();
    Stream.concat(model.units().stream(), model.hosts().stream())
        .forEach(
            unit ->
                unit.component()
                    .map(ClusterReadme::said)
                    .filter(said -> !said.isEmpty())
                    .ifPresent(said -> notes.put(unit.name(), said)));
    if (!notes.isEmpty()) {
      section("Good to know");
      notes.forEach(
          (name, sentences) ->
              sentences.forEach(sentence -> line("- **%s**: %s".formatted(name, sentence))));
    }
  }

  private static List<String> said(Component component) {
    return Stream.concat(component.manualSteps().stream(), component.notes().stream()).toList();
  }

  // What the owner makes before anything that reads it becomes ready.
  private void storeItems() {
    var rows = StoreItems.rows(model);
    if (rows.isEmpty()) {
      return;
    }
    section("Items in the secret store");
    line("| item | properties | read by |");
    line("|---|---|---|");
    rows.forEach(row -> line("| %s |".formatted(String.join(" | ", row))));
  }

  private void addresses() {
    var plan = model.cluster().plan();
    section("Addresses");
    line("| what | address |");
    line("|---|---|");
    plan.nodes()
        .forEach(
            node ->
                row(
                    "node " + node.name() + (node.controlPlane() ? ", control plane" : ""),
                    node.address()));
    row("Kubernetes API", plan.apiEndpoint() + ":" + plan.apiPort());
    plan.nodeNetwork()
        .ranges()
        .forEach(range -> row("node network " + plan.nodeNetwork().name(), range));
    plan.podRanges().forEach(range -> row("pods", range));
    plan.serviceRanges().forEach(range -> row("Services", range));
    plan.nativeRouting().ifPresent(range -> row("natively routed pods", range));
    row("cluster DNS", plan.dnsAddress());
    for (var pool : plan.pools()) {
      row(
          "load balancers, pool %s, found by %s, %s free"
              .formatted(
                  pool.name(),
                  NetworkTables.foundBy(plan, pool),
                  FreeSpace.size(new FreeSpace(resolution.homelab().plan()).of(pool))),
          pool.range());
      pool.reservations().stream()
          .sorted(Comparator.comparing(reservation -> reservation.address()))
          .forEach(
              reservation -> row("load balancer " + reservation.name(), reservation.address()));
    }
    plan.bgp()
        .ifPresent(
            bgp ->
                bgp.peers()
                    .forEach(
                        peer ->
                            row(
                                "BGP peer %s (AS %s); this cluster is AS %s"
                                    .formatted(peer.name(), peer.asn(), bgp.asn()),
                                peer.address())));
    plan.mesh()
        .ifPresent(
            mesh ->
                row(
                    "ClusterMesh: this cluster is %s, id %s".formatted(mesh.cluster(), mesh.id()),
                    mesh.address().address()));
    var records =
        resolution.homelab().plan().records().stream()
            .filter(
                record ->
                    plan.pools().stream().anyMatch(pool -> pool.range().contains(record.address())))
            .sorted(Comparator.comparing(record -> record.hostname()))
            .toList();
    if (!records.isEmpty()) {
      line("");
      line("| host name | address |");
      line("|---|---|");
      records.forEach(record -> row(record.hostname().toString(), record.address()));
    }
  }

  private void row(String what, Object address) {
    line("| %s | `%s` |".formatted(what, address));
  }

  private void otherClusters() {
    var lines =
        resolution.clusters().stream()
            .flatMap(cluster -> direct(cluster.links()))
            .filter(Link::crossesClusters)
            .filter(link -> touches(link.consumer()) || touches(link.provider()))
            .map(
                link ->
                    "| %s | %s | %s |"
                        .formatted(
                            link.consumer().path(), link.ref().describe(), link.provider().path()))
            .distinct()
            .sorted()
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    section("Other clusters");
    line("| consumer | uses | of |");
    line("|---|---|---|");
    lines.forEach(this::line);
  }

  // The parts of a reference, a database's credentials for one, follow it under the same attribute:
  // they say nothing more.
  private static Stream<Link> direct(List<Link> links) {
    var first = new LinkedHashMap<String, Link>();
    links.forEach(link -> first.putIfAbsent(link.consumer().path() + link.attribute(), link));
    return first.values().stream();
  }

  private boolean touches(Component component) {
    return component.cluster().orElse(null) == model.cluster();
  }

  private void graph() {
    section("What needs what");
    line(
        "An arrow leads from a component to what must be ready before it; what follows from other arrows is left out.");
    line("");
    line("```mermaid");
    line("graph LR");
    for (var edge : DependencyGraph.edges(model)) {
      line("  " + edge);
    }
    line("```");
  }

  private void section(String title) {
    line("");
    line("## " + title);
    line("");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

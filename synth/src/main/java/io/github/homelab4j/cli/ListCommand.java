package io.github.homelab4j.cli;

import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.query.Constructs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homelab4j list}: what there is. */
@Command(
    name = "list",
    description = "Lists the components, addresses and versions of homelabs, or the constructs.",
    footer = {
      "",
      "Examples:",
      "  homelab4j list --homelab org.example.Home addresses",
      "  homelab4j list --homelab org.example.Home versions --format json"
    },
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  /** What can be listed. */
  enum What {
    /** What the clusters run. */
    components,
    /** What the library offers. */
    constructs,
    /** Who has which address. */
    addresses,
    /** Pins of charts and manifests. */
    versions
  }

  @Mixin private HomelabOption homelabs;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: text.")
  private Format format = Format.text;

  @Parameters(paramLabel = "<what>", description = "${COMPLETION-CANDIDATES}.")
  private What what;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var rows =
        switch (what) {
          case components -> components();
          case constructs -> Constructs.all().stream().map(ListCommand::construct).toList();
          case addresses -> addresses();
          case versions -> units(ListCommand::version).stream().distinct().toList();
        };
    var out = spec.commandLine().getOut();
    out.print(format == Format.json ? Answers.json(rows) + "\n" : Answers.table(cells(rows)));
    out.flush();
    return 0;
  }

  private List<Row> units(java.util.function.BiFunction<String, Unit, Stream<Row>> row) {
    return homelabs.resolutions().stream()
        .map(Resolution::clusters)
        .flatMap(List::stream)
        .flatMap(cluster -> cluster.units().stream().flatMap(unit -> row.apply(cluster.id(), unit)))
        .sorted(java.util.Comparator.comparing(Row::name))
        .toList();
  }

  private static Stream<Row> component(String cluster, Unit unit) {
    return Stream.of(
        new Row(cluster + "/" + unit.name(), unit.namespace(), unit.origin().toString()));
  }

  private List<Row> components() {
    var off =
        homelabs.resolutions().stream()
            .flatMap(resolution -> resolution.clusters().stream())
            .flatMap(cluster -> cluster.switchedOff().stream())
            .map(
                each ->
                    new Row(each.path(), each.targetNamespace(), each.origin() + ", switched off"));
    var outside =
        homelabs.resolutions().stream()
            .flatMap(resolution -> resolution.clusters().stream())
            .flatMap(cluster -> cluster.hosts().stream())
            .flatMap(unit -> unit.component().stream())
            .map(each -> outside((HostComponent) each));
    return Stream.of(units(ListCommand::component).stream(), outside, off)
        .flatMap(rows -> rows)
        .sorted(java.util.Comparator.comparing(Row::name))
        .toList();
  }

  private static Row outside(HostComponent component) {
    var machines =
        component.machines().stream()
            .map(Machine::name)
            .distinct()
            .collect(Collectors.joining(","));
    return new Row(component.path(), "on " + machines, component.origin().toString());
  }

  private static Stream<Row> version(String cluster, Unit unit) {
    var component = unit.component().orElse(null);
    if (component instanceof HelmComponent helm) {
      return Stream.of(
          new Row(helm.chart().name(), helm.chart().version(), helm.chart().repository()));
    }
    return component instanceof UpstreamManifests manifests
        ? Stream.of(
            new Row(component.info().name(), manifests.source().tag(), manifests.source().url()))
        : Stream.empty();
  }

  private static Row construct(Class<?> type) {
    var info = Constructs.info(type);
    return new Row(info.name(), type.getName(), info.upstream());
  }

  private List<Row> addresses() {
    var rows = new ArrayList<Row>();
    for (var homelab : homelabs.homelabs()) {
      homelab.plan().clusters().forEach(cluster -> addresses(cluster, rows));
      homelab.plan().hosts().stream()
          .flatMap(host -> host.addresses().stream().map(address -> outside(host, address)))
          .forEach(rows::add);
    }
    return rows;
  }

  private static Row outside(HostPlan host, Ip address) {
    return new Row(address.text(), "outside", host.name());
  }

  private static void addresses(ClusterPlan cluster, List<Row> rows) {
    rows.add(new Row(cluster.apiEndpoint().text(), cluster.name(), "the Kubernetes API"));
    cluster
        .nodes()
        .forEach(node -> rows.add(new Row(node.address().text(), cluster.name(), node.name())));
    cluster
        .loadBalancers()
        .reservations()
        .forEach(
            reservation ->
                rows.add(
                    new Row(
                        reservation.address().text(),
                        cluster.name(),
                        "load balancer " + reservation.name())));
  }

  private static List<List<String>> cells(List<Row> rows) {
    return rows.stream().map(row -> List.of(row.name(), row.value(), row.detail())).toList();
  }

  /**
   * A row.
   *
   * @param name what is listed
   * @param value its namespace or machines, cluster, class or version
   * @param detail its line, use, documentation or source
   */
  record Row(String name, String value, String detail) {}
}

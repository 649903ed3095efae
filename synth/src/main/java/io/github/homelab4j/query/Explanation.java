package io.github.homelab4j.query;

import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where something comes from and who uses it.
 *
 * @param what what is explained, as {@code component infra/harbor}
 * @param facts what is known of it, each a name and a value
 * @param needs what it needs
 * @param usedBy who uses it
 */
public record Explanation(String what, List<Fact> facts, List<String> needs, List<String> usedBy) {
  /**
   * Something that is known.
   *
   * @param name what it is, as {@code construct}
   * @param value what it says
   */
  public record Fact(String name, String value) {}

  /**
   * Explains a thing, an object ({@code Service/grafana}, {@code Service/observability/grafana}) or
   * a field of an object ({@code HelmRelease/harbor:/spec/values/core/replicas}), or a file of a
   * machine; empty when there is nothing of this name.
   *
   * @param charts a folder with a folder for each chart, which holds its {@code values.yaml}: what
   *     they say of a value is told, too
   */
  public static List<Explanation> of(
      Resolution resolution, Landscape landscape, String name, Optional<Path> charts) {
    var found = new ArrayList<Explanation>();
    var files = new MachineFiles(resolution);
    landscape.find(name).forEach(thing -> found.add(thing(resolution, landscape, files, thing)));
    if (found.isEmpty()) {
      for (var cluster : resolution.clusters()) {
        ClusterView.of(cluster).objects().stream()
            .filter(subject -> isMeant(subject.emitted(), object(name)))
            .flatMap(subject -> object(subject, pointer(name), charts).stream())
            .forEach(found::add);
      }
      found.addAll(files.explain(name));
    }
    return found;
  }

  private static String object(String name) {
    var colon = name.indexOf(":/");
    return colon < 0 ? name : name.substring(0, colon);
  }

  private static String pointer(String name) {
    var colon = name.indexOf(":/");
    return colon < 0 ? "" : name.substring(colon + 1);
  }

  private static boolean isMeant(Emitted object, String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    var kind = object.kind().toLowerCase(Locale.ROOT) + "/";
    return wanted.equals(kind + object.name())
        || wanted.equals(kind + object.namespace() + "/" + object.name());
  }

  private static Explanation thing(
      Resolution resolution, Landscape landscape, MachineFiles files, Thing thing) {
    var facts =
        new ArrayList<>(
            thing.kind() == Thing.Kind.COMPONENT
                ? component(resolution, thing.name())
                : PlanFacts.of(resolution.homelab().plan(), thing));
    if (thing.kind() == Thing.Kind.ADDRESS || thing.kind() == Thing.Kind.HOSTNAME) {
      facts.addAll(files.naming(thing.name()));
    }
    return new Explanation(
        thing.describe(),
        facts,
        landscape.needsOf(thing).stream()
            .map(need -> "%s: %s".formatted(need.provider().describe(), need.what()))
            .toList(),
        landscape.usersOf(thing).stream()
            .map(
                need ->
                    "%s: %s (without it, it %s)"
                        .formatted(need.consumer().describe(), need.what(), need.loss().words()))
            .toList());
  }

  private static List<Fact> component(Resolution resolution, String path) {
    var slash = path.indexOf('/');
    return resolution.clusters().stream()
        .filter(cluster -> cluster.id().equals(path.substring(0, slash)))
        .flatMap(cluster -> cluster.unitOrHost(path.substring(slash + 1)).stream())
        .findFirst()
        .map(Explanation::unit)
        .orElse(List.of());
  }

  private static List<Fact> unit(Unit unit) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("composed at", unit.origin().toString()));
    facts.add(new Fact("construct", unit.source()));
    if (unit.isOutside()) {
      host(unit, facts);
      return facts;
    }
    facts.add(new Fact("namespace", unit.namespace()));
    unit.component().ifPresent(component -> component(component, facts));
    unit.parts()
        .forEach(
            part -> {
              facts.add(new Fact("Kustomization", part.name()));
              part.dependsOn().forEach(name -> facts.add(new Fact("applied after", name)));
            });
    unit.objects().forEach(object -> facts.add(new Fact("object", object.describe())));
    return facts;
  }

  private static void host(Unit unit, List<Fact> facts) {
    var component = MachineFiles.of(unit);
    component.machines().forEach(machine -> facts.add(new Fact("machine", machine.name())));
    component(component, facts);
    component
        .files()
        .forEach(
            file ->
                facts.add(
                    new Fact("file", "%s (%s)".formatted(file.output(), file.kind().what()))));
  }

  private static void component(Component component, List<Fact> facts) {
    facts.add(new Fact("documentation", component.info().upstream()));
    if (component instanceof HelmComponent helm) {
      var pin = helm.chart();
      facts.add(
          new Fact("chart", "%s %s of %s".formatted(pin.name(), pin.version(), pin.repository())));
    } else if (component instanceof UpstreamManifests manifests) {
      facts.add(
          new Fact(
              "manifests",
              "%s at %s".formatted(manifests.source().url(), manifests.source().tag())));
    }
    component
        .exemptions()
        .forEach(
            exemption ->
                facts.add(
                    new Fact("exempted from " + exemption.rule().code(), exemption.reason())));
    component.notes().forEach(note -> facts.add(new Fact("note", note)));
  }

  private static Optional<Explanation> object(
      Subject subject, String pointer, Optional<Path> charts) {
    var object = subject.emitted();
    var value = object.at(pointer);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("component", subject.path()));
    facts.add(new Fact("composed at", subject.origin().toString()));
    if (!pointer.isEmpty()) {
      facts.addAll(new FieldFacts(subject, pointer).list(charts));
    }
    return Optional.of(
        new Explanation(
            "%s of cluster %s%s"
                .formatted(
                    object.describe(), subject.cluster(), pointer.isEmpty() ? "" : ", " + pointer),
            facts,
            List.of(),
            List.of()));
  }
}

package io.github.homelab4j.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.check.Proof;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.graph.LinkEnds;
import io.github.homelab4j.graph.Unit;
import io.github.homelab4j.plan.Machine;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** {@code inventory.json}: what a cluster is made of, for programs. */
public final class Inventory {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Inventory() {}

  /** The inventory of a cluster. */
  public static String of(LinkEnds links, ClusterModel model, Verdict verdict) {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("cluster", model.id())
        .put("kubernetes", model.cluster().plan().kubernetesVersion().text());
    var components = root.putArray("components");
    model.units().stream()
        .sorted(Comparator.comparing(Unit::name))
        .forEach(
            unit -> {
              var node = unit(links, unit);
              var path = model.id() + "/" + unit.name();
              references(node, verdict, path);
              KnownFindings.add(node, verdict, path);
              components.add(node);
            });
    hosts(root, links, model, verdict);
    var exported = root.putArray("exports");
    model.cluster().exported().stream()
        .filter(service -> isThere(model, service))
        .map(service -> service.hostPort())
        .sorted()
        .forEach(exported::add);
    var off = root.putArray("switchedOff");
    model.switchedOff().stream()
        .sorted(Comparator.comparing(Component::id))
        .forEach(component -> off.add(switchedOff(component)));
    KnownFindings.add(root, verdict, model.id());
    return print(root);
  }

  private static boolean isThere(ClusterModel model, ServiceRef service) {
    return service.provider().component().filter(model.switchedOff()::contains).isEmpty();
  }

  private static ObjectNode switchedOff(Component component) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("name", component.id())
        .put("construct", component.getClass().getName())
        .put("namespace", component.targetNamespace());
    source(node, component);
    return node;
  }

  /** A tree as indented JSON with {@code \n} line ends on every machine. */
  static String print(ObjectNode root) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode unit(LinkEnds links, Unit unit) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("name", unit.name())
        .put("construct", unit.source())
        .put("namespace", unit.namespace());
    unit.component().ifPresent(component -> component(node, component));
    list(
        node,
        "dependsOn",
        new TreeSet<>(
            unit.parts().stream()
                .flatMap(part -> part.dependsOn().stream())
                .filter(name -> !name.equals(unit.name()))
                .toList()));
    links(node, links, unit);
    list(
        node,
        "images",
        unit.objects().flatMap(object -> Images.of(object.tree())).distinct().sorted().toList());
    list(node, "resources", unit.objects().map(Emitted::describe).sorted().toList());
    list(
        node,
        "endpoints",
        unit.objects().flatMap(object -> object.hostnames().stream()).sorted().toList());
    return node;
  }

  private static void hosts(ObjectNode root, LinkEnds links, ClusterModel model, Verdict verdict) {
    if (model.hosts().isEmpty()) {
      return;
    }
    var hosts = root.putArray("hosts");
    model.hosts().stream()
        .sorted(Comparator.comparing(Unit::name))
        .forEach(
            unit -> {
              var component = (HostComponent) unit.component().orElseThrow();
              var node = hosts.addObject().put("name", unit.name()).put("construct", unit.source());
              list(node, "machines", component.machines().stream().map(Machine::name).toList());
              links(node, links, unit);
              var files = node.putArray("files");
              component.files().stream()
                  .sorted(Comparator.comparing(HostFile::output))
                  .forEach(
                      file ->
                          files
                              .addObject()
                              .put("path", file.output())
                              .put("kind", file.kind().what()));
              KnownFindings.add(node, verdict, model.id() + "/" + unit.name());
            });
  }

  // How it is known that what its objects name is there.
  private static void references(ObjectNode node, Verdict verdict, String path) {
    var counts = node.putObject("references");
    for (var proof : Proof.values()) {
      counts.put(
          proof.label(), verdict.proofs().getOrDefault(path, Map.of()).getOrDefault(proof, 0));
    }
  }

  private static void source(ObjectNode node, Component component) {
    if (component instanceof HelmComponent helm) {
      var pin = helm.chart();
      node.putObject("chart")
          .put("name", pin.name())
          .put("repository", pin.repository())
          .put("version", pin.version());
      if (component.props() instanceof HelmProps props
          && !props.extraValues().entries().isEmpty()) {
        list(
            node,
            "extraValues",
            props.extraValues().entries().stream().map(entry -> entry.path()).toList());
      }
    } else if (component instanceof UpstreamManifests manifests) {
      node.putObject("manifests")
          .put("url", manifests.source().url())
          .put("tag", manifests.source().tag());
    }
  }

  private static void component(ObjectNode node, Component component) {
    source(node, component);
    list(node, "installs", component.installs());
    var facts = node.putArray("chartFacts");
    component.facts().stream()
        .sorted(Comparator.comparing(Object::toString))
        .forEach(fact -> facts.add(FactEntry.of(fact)));
  }

  private static void links(ObjectNode node, LinkEnds links, Unit unit) {
    var needs = unit.component().map(links::from).orElse(List.of());
    list(node, "needs", texts(needs, link -> withPath(link.ref(), link.provider())));
    // What others take of it; what nobody takes is a setting away and no fact of this cluster.
    var taken = unit.component().map(links::to).orElse(List.of());
    list(node, "provides", texts(taken, link -> link.ref().describe()));
    list(node, "usedBy", texts(taken, link -> link.consumer().path()));
  }

  private static List<String> texts(List<Link> links, Function<Link, String> text) {
    return links.stream().map(text).distinct().sorted().toList();
  }

  private static String withPath(Ref ref, Component provider) {
    return "%s (%s)".formatted(ref.describe(), provider.path());
  }

  static void list(ObjectNode node, String name, Collection<String> items) {
    var array = node.putArray(name);
    items.forEach(array::add);
  }
}

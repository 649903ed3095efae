package io.github.homelab4j.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.UpstreamManifests;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.graph.Emitted;
import io.github.homelab4j.graph.Link;
import io.github.homelab4j.graph.Unit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code inventory.json}: what a cluster is made of, for programs. */
public final class Inventory {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Inventory() {}

  /** The inventory of a cluster. */
  public static String of(ClusterModel model) {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("cluster", model.id())
        .put("kubernetes", model.cluster().plan().kubernetesVersion().text());
    var components = root.putArray("components");
    model.units().stream()
        .sorted(Comparator.comparing(Unit::name))
        .forEach(unit -> components.add(unit(model, unit)));
    var exported = root.putArray("exports");
    model.cluster().exported().stream()
        .map(service -> service.hostPort())
        .sorted()
        .forEach(exported::add);
    return print(root);
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

  private static ObjectNode unit(ClusterModel model, Unit unit) {
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
    var needs = node.putArray("needs");
    links(model, unit).stream()
        .map(link -> "%s (%s)".formatted(link.ref().describe(), link.provider().path()))
        .distinct()
        .sorted()
        .forEach(needs::add);
    list(node, "resources", unit.objects().map(Emitted::describe).sorted().toList());
    list(
        node,
        "endpoints",
        unit.objects()
            .filter(object -> object.kind().endsWith("Route"))
            .flatMap(Inventory::hostnames)
            .sorted()
            .toList());
    return node;
  }

  private static Stream<String> hostnames(Emitted route) {
    return StreamSupport.stream(route.at("/spec/hostnames").spliterator(), false)
        .map(JsonNode::asText);
  }

  private static void component(ObjectNode node, Component component) {
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
    list(node, "installs", component.installs());
    var facts = node.putArray("chartFacts");
    component.facts().stream()
        .sorted(Comparator.comparing(Object::toString))
        .forEach(
            fact ->
                facts
                    .addObject()
                    .put("kind", fact.kind())
                    .put("name", fact.name())
                    .put("namespace", fact.namespace())
                    .put("detail", fact.detail())
                    .put("source", fact.source()));
  }

  private static List<Link> links(ClusterModel model, Unit unit) {
    return model.links().stream()
        .filter(
            link -> unit.component().map(component -> component == link.consumer()).orElse(false))
        .toList();
  }

  private static void list(ObjectNode node, String name, Collection<String> items) {
    var array = node.putArray(name);
    items.forEach(array::add);
  }
}

package io.github.homelab4j.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.graph.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Helm makes of a release of the fleet.
 *
 * @param path the component
 * @param component the component
 * @param objects what Helm renders, without hooks
 */
record RenderedChart(String path, HelmComponent component, List<JsonNode> objects) {
  private static final YAMLMapper YAML = new YAMLMapper();
  // What charts ask the cluster for before they render.
  private static final List<String> CAPABILITIES =
      List.of(
          "monitoring.coreos.com/v1",
          "monitoring.coreos.com/v1/ServiceMonitor",
          "gateway.networking.k8s.io/v1",
          "gateway.networking.k8s.io/v1/HTTPRoute",
          "cert-manager.io/v1",
          "policy/v1");

  static RenderedChart of(String helm, Path charts, FleetCluster cluster, Unit unit) {
    var component = (HelmComponent) unit.component().orElseThrow();
    var release =
        unit.objects()
            .filter(object -> object.kind().equals("HelmRelease"))
            .filter(object -> object.name().equals(component.id()))
            .findFirst()
            .orElseThrow();
    var values = JsonNodeFactory.instance.objectNode();
    if (release.at("/spec/values") instanceof ObjectNode told) {
      values.setAll(told.deepCopy());
    }
    for (var from : release.at("/spec/valuesFrom")) {
      word(values, from.path("targetPath").asText());
    }
    var text =
        template(
            helm,
            charts.resolve(component.chart().key()),
            release.at("/spec/releaseName").asText(),
            component.targetNamespace(),
            cluster.model().cluster().plan().kubernetesVersion().text(),
            values);
    var objects = objects(text);
    for (var patch : release.at("/spec/postRenderers/0/kustomize/patches")) {
      withoutContainers(objects, patch);
    }
    return new RenderedChart(cluster.id() + "/" + unit.name(), component, objects);
  }

  // Of our patches, those that take a container away.
  private static void withoutContainers(List<JsonNode> objects, JsonNode patch) {
    var target = patch.path("target");
    var removed =
        objects(patch.path("patch").asText()).stream()
            .flatMap(each -> StreamSupport.stream(containers(each).spliterator(), false))
            .filter(container -> container.path("$patch").asText().equals("delete"))
            .map(container -> container.path("name").asText())
            .toList();
    for (var object : objects) {
      if (object.path("kind").equals(target.path("kind"))
          && name(object).matches(target.path("name").asText())) {
        for (var all = containers(object).elements(); all.hasNext(); ) {
          if (removed.contains(all.next().path("name").asText())) {
            all.remove();
          }
        }
      }
    }
  }

  private static JsonNode containers(JsonNode object) {
    return object.at("/spec/template/spec/containers");
  }

  /** An object by kind and name. */
  Optional<JsonNode> object(String kind, String name) {
    return of(kind).filter(object -> name(object).equals(name)).findFirst();
  }

  /** Objects of a kind. */
  Stream<JsonNode> of(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  // A word in place of each secret.
  private static void word(ObjectNode values, String path) {
    var keys = path.split("(?<!\\\\)\\.");
    var node = values;
    for (int i = 0; i < keys.length - 1; i++) {
      node = node.withObjectProperty(keys[i].replace("\\.", "."));
    }
    node.put(keys[keys.length - 1].replace("\\.", "."), "from-a-secret");
  }

  private static String template(
      String helm, Path chart, String release, String namespace, String version, JsonNode values) {
    try {
      var file = Files.createTempFile("values", ".json");
      var out = Files.createTempFile("rendered", ".yaml");
      var err = Files.createTempFile("helm", ".txt");
      Files.writeString(file, values.toString());
      var command =
          new ArrayList<>(
              List.of(helm, "template", release, chart.toString(), "--namespace", namespace));
      command.addAll(List.of("--values", file.toString(), "--kube-version", version));
      CAPABILITIES.forEach(each -> command.addAll(List.of("--api-versions", each)));
      var process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "helm cannot render %s: %s".formatted(chart, Files.readString(err)));
      }
      var text = Files.readString(out);
      for (var each : List.of(file, out, err)) {
        Files.delete(each);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonNode> objects(String text) {
    var objects = new ArrayList<JsonNode>();
    try (var all = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      all.forEachRemaining(objects::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Hooks come and go with an upgrade.
    objects.removeIf(
        object -> object.isNull() || object.at("/metadata/annotations").has("helm.sh/hook"));
    return objects;
  }
}

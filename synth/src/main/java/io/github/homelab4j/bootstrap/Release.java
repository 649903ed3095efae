package io.github.homelab4j.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.homelab4j.core.ChartPin;
import io.github.homelab4j.core.HelmComponent;
import io.github.homelab4j.graph.Unit;
import java.util.Optional;

/**
 * A Helm release as Flux will own it.
 *
 * @param unit what it is of
 * @param name its name
 * @param namespace its namespace
 * @param pin its chart
 * @param timeout how long Helm may take
 * @param values its values
 */
record Release(
    Unit unit, String name, String namespace, ChartPin pin, String timeout, JsonNode values) {
  /** The release of a unit that has one. */
  static Optional<Release> of(Unit unit) {
    return unit.component()
        .filter(HelmComponent.class::isInstance)
        .map(component -> ((HelmComponent) component).chart())
        .flatMap(
            pin ->
                unit.app().objects().stream()
                    .filter(object -> object.kind().equals("HelmRelease"))
                    .filter(object -> object.name().equals(unit.name()))
                    .findFirst()
                    .map(
                        object ->
                            new Release(
                                unit,
                                object.at("/spec/releaseName").asText(),
                                object.namespace(),
                                pin,
                                object.at("/spec/timeout").asText(),
                                values(object.at("/spec/values")))));
  }

  private static JsonNode values(JsonNode values) {
    return values.isMissingNode() ? JsonNodeFactory.instance.objectNode() : values;
  }

  /** Where its values stand, below the bootstrap's folder. */
  String file() {
    return "values/%s.yaml".formatted(unit.name());
  }

  /** Name and chart as Helm takes them. */
  String arguments() {
    return pin.oci()
        ? "%s %s".formatted(name, pin.repository())
        : "%s %s".formatted(name, pin.name());
  }

  /** What tells the chart's place and version, and where it goes. */
  String options() {
    var place = pin.oci() ? "" : "--repo=%s ".formatted(pin.repository());
    return "%s--version=%s --namespace=%s --values=%s"
        .formatted(place, pin.version(), namespace, file());
  }
}

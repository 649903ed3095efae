package io.github.homelab4j.change;

import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What makes a Helm release the one that it is: when one of these is another, Flux uninstalls it.
 *
 * @param object the HelmRelease
 * @param name its name in Helm
 * @param namespace where it is installed
 * @param storage where Helm keeps its state
 * @param chart the name of its chart
 */
public record Release(Emitted object, String name, String namespace, String storage, String chart) {
  private static final String SOURCES = "source.toolkit.fluxcd.io";

  /**
   * The release of a HelmRelease.
   *
   * @param objects finds its source by key
   */
  public static Release of(Emitted object, Function<String, Optional<Emitted>> objects) {
    var own = object.namespace();
    var target = object.at("/spec/targetNamespace").asText("");
    var unnamed = target.isEmpty() ? object.name() : target + "-" + object.name();
    return new Release(
        object,
        object.at("/spec/releaseName").asText(unnamed),
        target.isEmpty() ? own : target,
        object.at("/spec/storageNamespace").asText(own),
        chart(object, objects));
  }

  // Charts in OCI registries are the last part of their URL.
  private static String chart(Emitted object, Function<String, Optional<Emitted>> objects) {
    var reference = object.at("/spec/chartRef");
    if (reference.isMissingNode()) {
      return object.at("/spec/chart/spec/chart").asText();
    }
    var key =
        "%s/%s/%s/%s"
            .formatted(
                SOURCES,
                reference.path("kind").asText(),
                reference.path("namespace").asText(object.namespace()),
                reference.path("name").asText());
    var url = objects.apply(key).map(source -> source.at("/spec/url").asText()).orElse("");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** What another one has not in common with it, as {@code chart from harbor to registry}. */
  public List<String> replacedBy(Release after) {
    var changed = new ArrayList<String>();
    add(changed, "name", name, after.name);
    add(changed, "namespace", namespace, after.namespace);
    add(changed, "storage namespace", storage, after.storage);
    add(changed, "chart", chart, after.chart);
    return changed;
  }

  private static void add(List<String> changed, String what, String before, String after) {
    if (!before.equals(after)) {
      changed.add("%s from %s to %s".formatted(what, before, after));
    }
  }
}

package io.github.homelab4j.observability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.kube.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A dashboard of time series, two panels a row, with a choice of cluster. A ConfigMap with {@link
 * #LABELS} holds it; Grafana's sidecar loads it from there.
 *
 * @param uid its stable id, also the name of its file
 * @param title its title
 * @param panels what it shows
 */
record Dashboard(String uid, String title, List<Dashboard.Panel> panels) {
  /** What Grafana's sidecar looks for. */
  static final String LABEL = "grafana_dashboard";

  /** The labels of a dashboard's ConfigMap. */
  static final Map<String, String> LABELS = Map.of(LABEL, "1");

  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;
  // Always \n: the file must be the same on every system.
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      new ObjectMapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

  /**
   * A panel.
   *
   * @param title its title
   * @param unit Grafana's name of the unit
   * @param query PromQL
   * @param legend how a series is called
   */
  record Panel(String title, String unit, String query, String legend) {}

  /**
   * As a ConfigMap.
   *
   * @param metrics the uid of the data source that its panels read
   */
  ConfigMap configMap(String name, String namespace, String metrics) {
    return new ConfigMapBuilder()
        .withMetadata(Meta.labelled(name, namespace, LABELS))
        .addToData(uid + ".json", text(metrics))
        .build();
  }

  private String text(String metrics) {
    var source = new Source("prometheus", metrics);
    var shown = new ArrayList<Shown>();
    for (int i = 0; i < panels.size(); i++) {
      var panel = panels.get(i);
      shown.add(
          new Shown(
              i + 1,
              "timeseries",
              panel.title(),
              new Position(HEIGHT, WIDTH, i % 2 * WIDTH, i / 2 * HEIGHT),
              source,
              new Fields(new Defaults(panel.unit(), 0), List.of()),
              List.of(new Target("A", panel.query(), panel.legend(), source))));
    }
    var cluster = "label_values(up, cluster)";
    var choice =
        new Variable(
            "cluster",
            "Cluster",
            "query",
            source,
            new Query(cluster, "cluster"),
            cluster,
            true,
            true,
            ".*",
            2);
    var range = new Range("now-6h", "now");
    var model =
        new Model(
            uid,
            title,
            List.of("homelab4j"),
            "browser",
            39,
            "1m",
            range,
            new Templating(List.of(choice)),
            shown);
    try {
      return WRITER.writeValueAsString(Json.tree(model));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Model(
      String uid,
      String title,
      List<String> tags,
      String timezone,
      int schemaVersion,
      String refresh,
      Range time,
      Templating templating,
      List<Shown> panels) {}

  private record Range(String from, String to) {}

  private record Templating(List<Variable> list) {}

  private record Variable(
      String name,
      String label,
      String type,
      Source datasource,
      Query query,
      String definition,
      boolean includeAll,
      boolean multi,
      String allValue,
      int refresh) {}

  private record Query(String query, String refId) {}

  private record Source(String type, String uid) {}

  private record Shown(
      int id,
      String type,
      String title,
      Position gridPos,
      Source datasource,
      Fields fieldConfig,
      List<Target> targets) {}

  private record Position(int h, int w, int x, int y) {}

  private record Fields(Defaults defaults, List<String> overrides) {}

  private record Defaults(String unit, int min) {}

  private record Target(String refId, String expr, String legendFormat, Source datasource) {}
}

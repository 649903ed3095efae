package io.github.homelab4j.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The objects as Kustomize reads them: a folder a cluster, since names are unique in one only, with
 * a file a component.
 */
final class KustomizeInput {
  /** The folder that holds the clusters' folders. */
  static final String FOLDER = "kustomize";

  private static final ObjectMapper JSON = new ObjectMapper();

  private KustomizeInput() {}

  static void write(List<Export.Item> items, Path folder) {
    var clusters = new TreeMap<String, TreeMap<String, List<Object>>>();
    for (var item : items) {
      clusters
          .computeIfAbsent(item.cluster(), name -> new TreeMap<>())
          .computeIfAbsent(item.chart(), name -> new ArrayList<>())
          .add(item.object());
    }
    clusters.forEach((name, charts) -> write(charts, folder.resolve(FOLDER).resolve(name)));
  }

  private static void write(TreeMap<String, List<Object>> charts, Path folder) {
    try {
      Files.createDirectories(folder);
      var list = new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\n");
      list.append("kind: Kustomization\nresources:\n");
      for (var chart : charts.entrySet()) {
        // Documents of JSON are documents of YAML.
        var text = new StringBuilder();
        for (var object : chart.getValue()) {
          text.append("---\n").append(JSON.writeValueAsString(object)).append('\n');
        }
        Files.writeString(folder.resolve(chart.getKey() + ".yaml"), text);
        list.append("  - ").append(chart.getKey()).append(".yaml\n");
      }
      Files.writeString(folder.resolve("kustomization.yaml"), list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

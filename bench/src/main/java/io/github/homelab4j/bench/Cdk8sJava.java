package io.github.homelab4j.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.App;
import org.cdk8s.AppProps;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;
import org.cdk8s.YamlOutputType;

/**
 * cdk8s as its Java users write it: {@code Cdk8sJava <objects.json> <folder>}. Its ApiObject takes
 * kind and metadata; the rest is added by patches.
 */
public final class Cdk8sJava {
  private Cdk8sJava() {}

  /** Builds and writes the objects. */
  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    var items =
        new ObjectMapper()
            .readValue(
                Path.of(arguments[0]).toFile(), new TypeReference<List<Map<String, Object>>>() {});
    start = said("parse", start);
    var app =
        new App(
            AppProps.builder()
                .outdir(arguments[1])
                .yamlOutputType(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE)
                .build());
    var charts = new HashMap<String, Chart>();
    for (var item : items) {
      var chart = charts.computeIfAbsent((String) item.get("chart"), id -> new Chart(app, id));
      add(chart, (String) item.get("file"), map(item.get("object")));
    }
    start = said("build", start);
    app.synth();
    said("write", start);
    System.exit(0);
  }

  private static void add(Chart chart, String id, Map<String, Object> object) {
    var metadata = map(object.remove("metadata"));
    var made =
        new ApiObject(
            chart,
            id,
            ApiObjectProps.builder()
                .apiVersion((String) object.remove("apiVersion"))
                .kind((String) object.remove("kind"))
                .metadata(
                    ApiObjectMetadata.builder()
                        .name((String) metadata.get("name"))
                        .namespace((String) metadata.get("namespace"))
                        .labels(texts(metadata.get("labels")))
                        .annotations(texts(metadata.get("annotations")))
                        .build())
                .build());
    made.addJsonPatch(
        object.entrySet().stream()
            .map(field -> JsonPatch.add("/" + field.getKey(), field.getValue()))
            .toArray(JsonPatch[]::new));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> texts(Object value) {
    return (Map<String, String>) value;
  }

  private static long said(String stage, long start) {
    long now = System.nanoTime();
    System.out.println("%-10s %s ms".formatted(stage, (now - start) / 1_000_000));
    return now;
  }
}

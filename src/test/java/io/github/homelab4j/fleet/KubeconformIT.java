package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.homelab4j.example.PlannedHomelab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every manifest in {@code clusters/} fits the schema of its kind, in the version of Kubernetes
 * that its cluster runs.
 */
class KubeconformIT {
  private static final String INSTALL =
      "go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0";
  private static final long TIMEOUT_MINUTES = 5;

  private static Boolean schemasAreThere;

  @TempDir private Path scratch;

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void every_manifest_that_was_written_fits_the_schema_of_its_kind(FleetCluster cluster)
      throws Exception {
    validate(cluster, Settings.clusters().resolve(cluster.id()));
  }

  @Test
  void what_is_planned_fits_the_schemas_of_its_kinds() throws Exception {
    var planned = Fleet.cluster(PlannedHomelab.CLUSTER);
    var folder = scratch.resolve("planned");
    for (var file : planned.files().entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    validate(planned, folder);
  }

  private void validate(FleetCluster cluster, Path folder) throws Exception {
    requireKubeconform();
    var files = manifests(folder);
    assertThat(files).as("manifests of cluster %s below %s", cluster, folder).isNotEmpty();

    var report = run(cluster, files);

    var findings =
        StreamSupport.stream(report.path("resources").spliterator(), false)
            .map(KubeconformIT::describe)
            .toList();
    assertThat(findings).as("what kubeconform finds in cluster %s", cluster).isEmpty();
    var summary = report.path("summary");
    // A skipped resource is one without a schema: it would pass whatever is in it.
    assertThat(
            List.of(
                summary.path("invalid").asInt(-1),
                summary.path("errors").asInt(-1),
                summary.path("skipped").asInt(-1)))
        .as("invalid, errors and skipped of cluster %s", cluster)
        .containsExactly(0, 0, 0);
    assertThat(summary.path("valid").asLong())
        .as("resources of cluster %s that were read", cluster)
        .isEqualTo(cluster.objects().count());
  }

  private JsonNode run(FleetCluster cluster, List<Path> files)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of(Settings.kubeconform(), "-strict", "-output", "json", "-summary"));
    command.addAll(
        List.of(
            "-kubernetes-version", cluster.model().cluster().plan().kubernetesVersion().text()));
    // Downloads are kept for the next cluster, and the next build.
    command.addAll(
        List.of("-cache", Files.createDirectories(Path.of("target", "schemas")).toString()));
    Settings.schemaLocations()
        .forEach(location -> command.addAll(List.of("-schema-location", location)));
    files.forEach(file -> command.add(file.toString()));
    // Files instead of pipes: a full pipe would stop the program, and the timeout with it.
    var out = scratch.resolve("out.json");
    var err = scratch.resolve("err.txt");
    var process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      fail("kubeconform did not end within %d minutes over cluster %s", TIMEOUT_MINUTES, cluster);
    }
    var report = new ObjectMapper().readTree(out.toFile());
    assertThat(report.path("summary").isObject())
        .as("kubeconform ended with %d: %s", process.exitValue(), Files.readString(err))
        .isTrue();
    return report;
  }

  // The owner's encrypted Secrets carry a block of SOPS that no schema knows; kustomize's own files
  // never reach the API.
  private static List<Path> manifests(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(
              file -> FleetCluster.isForFlux(folder.relativize(file).toString().replace('\\', '/')))
          .filter(
              file ->
                  !file.endsWith("kustomization.yaml") && !file.toString().endsWith(".sops.yaml"))
          .sorted()
          .toList();
    }
  }

  private static String describe(JsonNode resource) {
    return "%s %s of %s: %s"
        .formatted(
            resource.path("kind").asText(),
            resource.path("name").asText(),
            resource.path("filename").asText(),
            resource.path("msg").asText());
  }

  private void requireKubeconform() throws Exception {
    var missing =
        "kubeconform is not installed: run %s, or give -Dkubeconform.path=<program>"
            .formatted(INSTALL);
    if (Settings.kubeconformRequired()) {
      assertThat(isInstalled()).as(missing).isTrue();
      return;
    }
    Settings.assume(isInstalled(), missing);
    if (schemasAreThere == null) {
      schemasAreThere = findsSchemas();
    }
    Settings.assume(
        schemasAreThere,
        "the schemas cannot be downloaded: go online, or give -Dkubeconform.schemaLocations=<templates of local files>");
  }

  // One object first: without a network each of hundreds would be tried several times.
  private boolean findsSchemas() throws Exception {
    var cluster = Fleet.written().get(0);
    var folder = Files.createDirectories(scratch.resolve("probe"));
    var object = "{apiVersion: v1, kind: ConfigMap, metadata: {name: probe}}";
    var report = run(cluster, List.of(Files.writeString(folder.resolve("probe.yaml"), object)));
    return report.path("summary").path("errors").asInt(-1) == 0;
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder(Settings.kubeconform(), "-v")
          .redirectErrorStream(true)
          .start()
          .waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

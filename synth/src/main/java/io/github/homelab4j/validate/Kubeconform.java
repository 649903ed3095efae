package io.github.homelab4j.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.homelab4j.unit.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * kubeconform, run on manifests: whether each fits the schema of its kind.
 *
 * @param program the program, or its name on the {@code PATH}
 * @param schemaLocations templates of where schemas are
 * @param cache the folder in which downloaded schemas are kept
 * @see <a href="https://github.com/yannh/kubeconform">kubeconform</a>
 */
public record Kubeconform(String program, List<String> schemaLocations, Path cache) {
  /** How it is installed. */
  public static final String INSTALL =
      "go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0";

  /** Kubernetes' own schemas, and the public catalogue of those of custom resources. */
  public static final List<String> PUBLIC_SCHEMAS =
      List.of(
          "default",
          "https://raw.githubusercontent.com/datreeio/CRDs-catalog/main/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long TIMEOUT_MINUTES = 5;

  /**
   * What it found.
   *
   * @param valid how many fit
   * @param invalid how many do not
   * @param errors how many could not be judged
   * @param skipped how many have no schema: they would pass whatever is in them
   * @param findings one line for each that does not fit
   */
  public record Result(int valid, int invalid, int errors, int skipped, List<String> findings) {
    /** Whether all were judged, and fit. */
    public boolean isFine() {
      return invalid == 0 && errors == 0 && skipped == 0 && findings.isEmpty();
    }
  }

  /** Whether it can be run. */
  public boolean isInstalled() {
    try {
      return new ProcessBuilder(program, "-v")
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

  /**
   * Judges the manifests of a cluster's folder, in the version of Kubernetes that it runs.
   *
   * @throws IOException when it cannot be run, does not end or does not answer
   */
  public Result validate(Path folder, Version kubernetes) throws IOException {
    return run(manifests(folder), kubernetes);
  }

  /** Whether its schemas are to be had: one object first, since each of hundreds would be tried. */
  public boolean findsSchemas(Version kubernetes) throws IOException {
    var probe = Files.createTempFile("homelab4j-", ".yaml");
    try {
      Files.writeString(probe, "{apiVersion: v1, kind: ConfigMap, metadata: {name: probe}}");
      return run(List.of(probe), kubernetes).errors() == 0;
    } finally {
      Files.delete(probe);
    }
  }

  // The owner's encrypted Secrets carry a block of SOPS that no schema knows; kustomize's own files
  // never reach the API; other folders are not for Kubernetes.
  private static List<Path> manifests(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isManifest(folder.relativize(file).toString().replace('\\', '/')))
          .sorted()
          .toList();
    }
  }

  private static boolean isManifest(String path) {
    return (path.startsWith("apps/") || path.startsWith("flux/"))
        && path.endsWith(".yaml")
        && !path.endsWith("/kustomization.yaml")
        && !path.endsWith(".sops.yaml");
  }

  private Result run(List<Path> files, Version kubernetes) throws IOException {
    var command = new ArrayList<>(List.of(program, "-strict", "-output", "json", "-summary"));
    command.addAll(List.of("-kubernetes-version", kubernetes.text()));
    command.addAll(List.of("-cache", Files.createDirectories(cache).toString()));
    schemaLocations.forEach(location -> command.addAll(List.of("-schema-location", location)));
    files.forEach(file -> command.add(file.toString()));
    // Files instead of pipes: a full pipe would stop the program, and the timeout with it.
    var out = Files.createTempFile("homelab4j-", ".json");
    var err = Files.createTempFile("homelab4j-", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(
            "kubeconform did not end within %s minutes".formatted(TIMEOUT_MINUTES));
      }
      var report = JSON.readTree(out.toFile());
      if (!report.path("summary").isObject()) {
        throw new IOException(
            "kubeconform ended with %s: %s".formatted(process.exitValue(), Files.readString(err)));
      }
      return result(report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static Result result(JsonNode report) {
    var summary = report.path("summary");
    return new Result(
        summary.path("valid").asInt(-1),
        summary.path("invalid").asInt(-1),
        summary.path("errors").asInt(-1),
        summary.path("skipped").asInt(-1),
        StreamSupport.stream(report.path("resources").spliterator(), false)
            .map(Kubeconform::describe)
            .toList());
  }

  private static String describe(JsonNode resource) {
    return "%s %s of %s: %s"
        .formatted(
            resource.path("kind").asText(),
            resource.path("name").asText(),
            resource.path("filename").asText(),
            resource.path("msg").asText());
  }
}

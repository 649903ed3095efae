package io.github.homelab4j.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that was measured.
 *
 * @param machine where, when and with what
 * @param javaOptions options of every Java process
 * @param runs counted runs
 * @param versions the version of each contender
 * @param does what each contender does
 * @param results of whole processes
 * @param growth how they grow
 * @param stages of the engine, by JMH
 */
record Report(
    Machine machine,
    String javaOptions,
    int runs,
    Map<String, String> versions,
    Map<String, String> does,
    List<Result> results,
    List<Growth> growth,
    List<Stages.Stage> stages) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    JSON.writeValue(file.toFile(), this);
  }
}

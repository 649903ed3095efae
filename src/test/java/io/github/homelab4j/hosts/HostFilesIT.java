package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.homelab4j.core.FileKind;
import io.github.homelab4j.fleet.Fleet;
import io.github.homelab4j.fleet.FleetCluster;
import io.github.homelab4j.fleet.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every file for a machine is accepted by what reads it there. */
class HostFilesIT {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> a_file_is_accepted_by_what_reads_it() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var cluster : Fleet.written()) {
      var folder = Settings.clusters().resolve(cluster.id());
      var copied = scratch.resolve(cluster.id());
      if (Files.exists(folder.resolve("hosts"))) {
        WrittenFile.copy(folder.resolve("hosts"), copied);
      }
      for (var file : listed(folder)) {
        tests.add(
            dynamicTest(
                cluster.id() + "/" + file.path("path").asText(),
                () -> isAccepted(copied, file.path("path").asText(), kind(file))));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> a_file_of_the_example_is_accepted_by_what_reads_it() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    var written = scratch.resolve("example");
    for (var component : new Hosts().all()) {
      for (var file : component.files()) {
        WrittenFile.of(written, file.output(), file.text());
      }
    }
    var copied = scratch.resolve("copy");
    WrittenFile.copy(written.resolve("hosts"), copied);
    for (var component : new Hosts().all()) {
      for (var file : component.files()) {
        tests.add(dynamicTest(file.output(), () -> isAccepted(copied, file.output(), file.kind())));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> all_files_below_hosts_are_judged() {
    return Fleet.written().stream()
        .map(cluster -> dynamicTest(cluster.id(), () -> allAreJudged(cluster)));
  }

  @TestFactory
  Stream<DynamicTest> a_sound_file_is_accepted() {
    return checkers()
        .map(
            checker ->
                dynamicTest(
                    title(checker),
                    () ->
                        assertThat(judge(checker, checker.sample().sound()))
                            .as("what %s finds in a sound file", title(checker))
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> a_broken_file_is_refused() {
    return checkers()
        .map(
            checker ->
                dynamicTest(
                    title(checker),
                    () ->
                        assertThat(String.join("\n", judge(checker, checker.sample().broken())))
                            .as("what %s finds in a broken file", title(checker))
                            .contains(checker.sample().finding())));
  }

  private static FileKind kind(JsonNode file) {
    return Arrays.stream(FileKind.values())
        .filter(each -> each.what().equals(file.path("kind").asText()))
        .findFirst()
        .orElseThrow();
  }

  private static void isAccepted(Path copied, String output, FileKind kind) throws IOException {
    var checker =
        Checkers.of(kind)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "nothing judges files of kind %s: write %s"
                            .formatted(kind, Checkers.name(kind))));
    var path = output.split("/", 3);
    requireProgram(checker);
    assertThat(
            checker.findings(new WrittenFile(copied.resolve(path[1]), WrittenFile.target(path[2]))))
        .as("what %s finds in %s", title(checker), output)
        .isEmpty();
  }

  private static void allAreJudged(FleetCluster cluster) throws IOException {
    var folder = Settings.clusters().resolve(cluster.id());
    var hosts = folder.resolve("hosts");
    if (!Files.exists(hosts)) {
      assertThat(listed(folder)).isEmpty();
      return;
    }
    try (var all = Files.walk(hosts)) {
      assertThat(all.filter(Files::isRegularFile))
          .extracting(file -> folder.relativize(file).toString().replace('\\', '/'))
          .containsExactlyInAnyOrderElementsOf(
              listed(folder).stream().map(file -> file.path("path").asText()).toList());
    }
  }

  private static List<JsonNode> listed(Path folder) throws IOException {
    var files = new ArrayList<JsonNode>();
    JSON.readTree(folder.resolve("inventory.json").toFile())
        .path("hosts")
        .forEach(host -> host.path("files").forEach(files::add));
    return files;
  }

  private static Stream<FileChecker> checkers() {
    return Arrays.stream(FileKind.values()).flatMap(kind -> Checkers.of(kind).stream());
  }

  private List<String> judge(FileChecker checker, String text) throws IOException {
    requireProgram(checker);
    var folder = Files.createTempDirectory(scratch, "machine");
    return checker.findings(WrittenFile.of(folder, checker.sample().path(), text));
  }

  static void requireProgram(FileChecker checker) {
    checker.program().ifPresent(Program::require);
  }

  private static String title(FileChecker checker) {
    return checker.getClass().getSimpleName();
  }
}

package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.homelab4j.core.HostComponent;
import io.github.homelab4j.core.HostFile;
import io.github.homelab4j.example.EdgeHomelab;
import io.github.homelab4j.example.EdgePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of file that the library's own machines write, whoever composes them, is accepted. */
class EdgeFilesIT {
  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> a_file_is_accepted_by_what_reads_it() throws IOException {
    var files =
        new EdgeHomelab(new EdgePlan())
            .clusters().stream()
                .flatMap(cluster -> cluster.components().stream())
                .filter(HostComponent.class::isInstance)
                .flatMap(component -> ((HostComponent) component).files().stream())
                .toList();
    write(files);
    return files.stream().map(file -> dynamicTest(file.output(), () -> isAccepted(file)));
  }

  private void write(List<HostFile> files) throws IOException {
    var written = scratch.resolve("written");
    for (var file : files) {
      var path = written.resolve(file.machine().name()).resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    WrittenFile.copy(written, scratch.resolve("machines"));
  }

  private void isAccepted(HostFile file) throws IOException {
    var checker = Checkers.of(file.kind()).orElseThrow();
    HostFilesIT.requireProgram(checker);
    var root = scratch.resolve("machines").resolve(file.machine().name());
    assertThat(checker.findings(new WrittenFile(root, WrittenFile.target(file.path()))))
        .as("what is found in %s", file.output())
        .isEmpty();
  }
}

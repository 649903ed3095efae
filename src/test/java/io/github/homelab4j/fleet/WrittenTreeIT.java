package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Maven's JVM wrote to {@code clusters/} is what this one makes: the order of hash sets
 * differs from one JVM to the next, the files must not.
 */
class WrittenTreeIT {
  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void another_jvm_synthesizes_the_same_bytes(FleetCluster cluster) throws IOException {
    var folder = Settings.clusters().resolve(cluster.id());
    var written = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        written.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    written.remove("files.sha256");
    assertThat(written.keySet())
        .as("files below %s", folder)
        .containsExactlyElementsOf(cluster.files().keySet());
    assertThat(written).as("files below %s", folder).isEqualTo(cluster.files());
  }
}

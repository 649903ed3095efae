package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.cli.Main;
import io.github.homelab4j.stacks.infraapps.InfraAppsHomelab;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Maven's JVM wrote to {@code clusters/} is what this one makes, and what others do: the order
 * of hash sets differs from one JVM to the next, the files must not.
 */
class WrittenTreeIT {
  @TempDir private Path elsewhere;

  @ParameterizedTest
  @MethodSource("io.github.homelab4j.fleet.Fleet#written")
  void another_jvm_synthesizes_the_same_bytes(FleetCluster cluster) throws IOException {
    var folder = Settings.clusters().resolve(cluster.id());
    var written = files(folder);
    written.remove("files.sha256");
    assertThat(written.keySet())
        .as("files below %s", folder)
        .containsExactlyElementsOf(cluster.files().keySet());
    assertThat(written).as("files below %s", folder).isEqualTo(cluster.files());
  }

  @Test
  void another_locale_zone_charset_and_working_folder_give_the_same_bytes() throws Exception {
    assertWritesTheSame(Path.of(System.getProperty("java.home")));
  }

  @Test
  void another_java_gives_the_same_bytes() throws Exception {
    assertWritesTheSame(Settings.otherJava());
  }

  private void assertWritesTheSame(Path java) throws Exception {
    var clusters = elsewhere.resolve("clusters");
    var command =
        List.of(
            java.resolve("bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Dfile.encoding=US-ASCII",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "synth",
            "--homelab",
            InfraAppsHomelab.class.getName(),
            "--homelab",
            K3sPiHomelab.class.getName(),
            "--out",
            clusters.toString(),
            "--secrets",
            Settings.sources().resolve("secrets").toAbsolutePath().toString());
    var builder =
        new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), said).isZero();
    var names = new ArrayList<String>();
    for (var cluster : Fleet.written()) {
      names.add(cluster.id());
      assertThat(files(clusters.resolve(cluster.id())))
          .as("cluster %s by %s", cluster.id(), java)
          .isEqualTo(files(Settings.clusters().resolve(cluster.id())));
    }
    assertThat(names).as("clusters").isNotEmpty();
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }
}

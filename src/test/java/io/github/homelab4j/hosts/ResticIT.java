package io.github.homelab4j.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.fleet.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** restic itself runs what the units of machines tell it to, on a repository of the test's own. */
class ResticIT {
  private static final Program RESTIC = Program.debian("restic", "restic");
  private static final Path MACHINES = Settings.clusters().resolve("k3s-pi/hosts");

  @TempDir private Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"node1", "node2", "node3"})
  void a_copy_is_made_kept_and_comes_back(String machine) throws Exception {
    RESTIC.require();
    var source = Files.createDirectories(scratch.resolve("etc"));
    Files.writeString(source.resolve("hostname"), machine);
    var unit =
        Files.readString(MACHINES.resolve(machine + "/etc/systemd/system/restic-backup.service"));
    for (var line : unit.lines().filter(each -> each.startsWith("ExecStart")).toList()) {
      // Of what is copied there is one folder here; all else is what the unit says.
      var command =
          line.substring(line.indexOf('=') + 1).replaceAll(" /etc( /\\S+)*", " " + source);
      assertThat(run(command)).as(command).isZero();
    }
    var back = scratch.resolve("back");
    assertThat(run("restic restore latest --target " + back)).isZero();
    try (var files = Files.walk(back)) {
      var restored = files.filter(Files::isRegularFile).toList();
      assertThat(restored).hasSize(1);
      assertThat(restored.get(0)).hasContent(machine);
    }
  }

  @Test
  void an_option_that_restic_does_not_know_is_refused() throws Exception {
    RESTIC.require();
    assertThat(run("restic init")).isZero();
    assertThat(run("restic forget --keep-dayly 7")).isNotZero();
  }

  private int run(String command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    builder.redirectOutput(scratch.resolve("output").toFile());
    builder.environment().put("RESTIC_REPOSITORY", scratch.resolve("repository").toString());
    builder.environment().put("RESTIC_PASSWORD", UUID.nameUUIDFromBytes(new byte[1]).toString());
    builder.environment().put("RESTIC_CACHE_DIR", scratch.resolve("cache").toString());
    return builder.start().waitFor();
  }
}

package io.github.homelab4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void what_a_process_says_of_its_stages_is_kept() {
    var text = "fleet-1: 20 objects; 3.8 s\nbuild         465 ms\njsii calls      8\n";
    assertThat(Processes.stages(text)).isEqualTo(Map.of("build", 465.0, "jsii calls", 8.0));
  }

  @Test
  void what_a_process_says_of_its_repetitions_is_kept() {
    assertThat(Processes.told("run 1.2500 s\nrun 0.5 s\nruns 3 s\n")).containsExactly(1.25, 0.5);
  }

  @Test
  void a_process_is_measured_from_its_start_to_its_end() {
    var run = Processes.run(command("sleep 0.2; echo 'write 12 ms'"), log(), LIMIT);
    assertThat(run.failure()).isEmpty();
    assertThat(run.seconds()).isGreaterThanOrEqualTo(0.2);
    assertThat(run.stages()).containsEntry("write", 12.0);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_memory_of_children_counts() {
    var alone = Processes.run(command("exec sleep 0.5"), log(), LIMIT);
    var three = Processes.run(command("sleep 0.5 & sleep 0.5 & wait"), log(), LIMIT);
    assertThat(alone.peakBytes()).isPositive();
    assertThat(three.peakBytes()).isGreaterThan(alone.peakBytes() * 2);
  }

  @Test
  void a_process_that_fails_says_why() {
    var run = Processes.run(command("echo no memory >&2; exit 3"), log(), LIMIT);
    assertThat(run.failure()).isEqualTo("exit code 3: no memory");
  }

  @Test
  void a_process_that_takes_too_long_is_ended() {
    var run = Processes.run(command("sleep 60"), log(), Duration.ofSeconds(1));
    assertThat(run.failure()).isEqualTo("longer than 1 s");
  }

  @Test
  void a_program_that_is_not_there_is_a_failure() {
    var run = Processes.run(Command.of(folder, "no-such-program"), log(), LIMIT);
    assertThat(run.failure()).startsWith("cannot be started");
  }

  @Test
  void what_a_heap_held_after_collections_is_read_from_its_log() {
    var log =
        """
        [0.1s][info][gc] Using Serial
        [0.5s][info][gc] GC(0) Pause Young (Allocation Failure) 33M->7M(123M) 11.1ms
        [0.9s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 60M->41M(160M) 40.2ms
        [1.2s][info][gc] GC(2) Pause Young (Allocation Failure) 90M->38M(160M) 9.0ms
        """;
    assertThat(HeapLog.peak(log)).isEqualTo(41L * 1024 * 1024);
  }

  private Command command(String script) {
    return Command.of(folder, "sh", "-c", script);
  }

  private Path log() {
    return folder.resolve("log");
  }
}

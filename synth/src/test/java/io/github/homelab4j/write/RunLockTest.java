package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir private Path root;

  @Test
  void a_second_run_in_the_same_process_is_turned_away_and_takes_nothing_from_the_first()
      throws Exception {
    try (var first = TreeWriter.open(root)) {
      assertTurnedAway(ProcessHandle.current().pid());
      // Had that closed the file of the lock, the other process would get in now.
      try (var other = Child.start(root, Child.HOLD)) {
        assertThat(other.line()).contains("another run (process ");
      }
      assertThat(first.write(Folders.output(Map.of("one/a", "1")), false).clusters())
          .containsEntry("one", 1);
    }
    Folders.write(root, Map.of("one/a", "2"));
  }

  @Test
  void a_run_of_another_process_is_named_and_its_lock_ends_with_it() throws Exception {
    try (var other = Child.start(root, Child.HOLD)) {
      assertThat(other.line()).isEqualTo(Child.READY);
      assertTurnedAway(other.pid());
      other.kill();
      Folders.write(root, Map.of("one/a", "1"));
    }
    assertThat(Folders.files(root)).isEqualTo(Map.of("one/a", "1"));
  }

  @Test
  void what_a_killed_run_leaves_keeps_itself_out_of_git() throws Exception {
    Folders.run(root, "git", "init", "--quiet");
    try (var other = Child.start(root, Child.HOLD)) {
      assertThat(other.line()).isEqualTo(Child.READY);
      other.kill();
    }
    assertThat(root.resolve(".homelab4j/lock")).exists();
    assertThat(Folders.run(root, "git", "status", "--porcelain")).isEmpty();
  }

  @Test
  void many_runs_one_after_the_other_and_at_once_never_overlap() throws IOException {
    var state = StateFolder.below(root.toRealPath());
    for (int i = 0; i < 50; i++) {
      try (var lock = RunLock.take(state.lock())) {
        assertThat(state.lock()).exists();
      }
      assertThat(state.lock()).doesNotExist();
    }
  }

  private void assertTurnedAway(long holder) throws IOException {
    assertThatExceptionOfType(WriteException.class)
        .isThrownBy(() -> TreeWriter.open(root))
        .withMessage(
            "another run (process %s) is writing to %s: wait until it has ended, and run again",
            holder, root.toRealPath());
  }
}

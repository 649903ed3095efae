package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every single change of a publication fails once, and is the last one of a process once. */
class FailingDiskTest {
  private static final Map<String, String> OLD =
      Map.of(
          "README.md", "old\n",
          "one/same", "same\n",
          "one/changes", "old\n",
          "one/goes/deep/down", "old\n",
          "one/becomes-folder", "old\n",
          "two/becomes-file/x", "old\n");
  private static final Map<String, String> NEW =
      Map.of(
          "README.md", "new\n",
          "one/same", "same\n",
          "one/changes", "new\n",
          "one/becomes-folder/x", "new\n",
          "two/becomes-file", "new\n",
          "two/comes/deep/down", "new\n");

  @TempDir private Path folder;
  private SortedMap<String, String> before;
  private SortedMap<String, String> after;

  @BeforeEach
  void knowing_both_trees() {
    before = Folders.snapshot(rootWithOld("before"));
    var root = rootWithOld("after");
    Folders.writeQuickly(root, NEW);
    after = Folders.snapshot(root);
  }

  @Test
  void whatever_fails_the_tree_is_the_old_one_or_the_run_went_well() {
    int told = 0;
    int changes = changes();
    for (int at = 0; at < changes; at++) {
      var root = rootWithOld("fails-" + at);
      var disk = new FailingDisk(at, false);
      var failure = catchThrowable(() -> write(root, disk));
      if (failure == null) {
        // Only clearing up may fail unnoticed: the next run does it.
        assertThat(Folders.files(root)).as("after change %s", at).containsAllEntriesOf(NEW);
      } else {
        told++;
        assertThat(failure)
            .isInstanceOf(WriteException.class)
            .hasMessageMatching(
                "\\S+ cannot be written, the disk is full \\(No space left on device\\): free some"
                    + " space; \\S+ is as it was");
        assertThat(Folders.snapshot(root)).as("after change %s", at).isEqualTo(before);
      }
      Folders.writeQuickly(root, NEW);
      assertThat(Folders.snapshot(root)).as("a run after change %s", at).isEqualTo(after);
    }
    assertThat(told).as("failures of %s changes", changes).isGreaterThan(changes / 2);
  }

  @Test
  void a_disk_on_which_nothing_can_be_taken_back_is_told_and_completed_by_the_next_run() {
    int halfway = 0;
    int changes = changes();
    for (int at = 0; at < changes; at++) {
      var root = rootWithOld("stays-full-" + at);
      var disk = new FailingDisk(at, true);
      var failure = catchThrowable(() -> write(root, disk));
      if (failure instanceof WriteException told && told.isHalfway()) {
        halfway++;
        assertThat(told).hasMessageEndingWith("is halfway: the next run completes it");
        TreeWriter.open(root).close();
        assertThat(Folders.snapshot(root)).as("after change %s", at).isEqualTo(after);
      } else if (failure != null) {
        TreeWriter.open(root).close();
        assertThat(Folders.snapshot(root)).as("after change %s", at).isEqualTo(before);
      }
    }
    assertThat(halfway).as("changes after the journal").isGreaterThan(10);
  }

  @Test
  void wherever_a_process_ends_the_next_run_finds_the_old_tree_or_completes_the_new_one() {
    int completed = 0;
    int changes = changes();
    for (int at = 0; at < changes; at++) {
      var root = rootWithOld("ends-" + at);
      Folders.put(root.resolve("one/goes/mine"), "mine");
      var disk = new EndingDisk(at);
      assertThat(catchThrowable(() -> write(root, disk))).isInstanceOf(End.class);
      // The next one ends early, too.
      catchThrowable(() -> TreeWriter.open(root, new EndingDisk(7)).close());
      try (var next = TreeWriter.open(root)) {
        completed += next.recovered() ? 1 : 0;
      }
      var found = Folders.snapshot(root);
      assertThat(found.remove("one/goes/mine")).as("a file of others").isEqualTo("mine");
      assertThat(found).as("after change %s", at).isIn(before, after);
    }
    assertThat(completed).as("of %s", changes).isBetween(10, changes - 10);
  }

  @Test
  void what_is_edited_after_an_interruption_is_neither_overwritten_nor_forgotten() {
    int changes = changes();
    for (int at = 0; at < changes; at++) {
      var root = rootWithOld("edited-" + at);
      var disk = new EndingDisk(at);
      assertThat(catchThrowable(() -> write(root, disk))).isInstanceOf(End.class);
      Folders.put(root.resolve("one/changes"), "edited\n");
      TreeWriter.open(root).close();
      assertThat(root.resolve("one/changes")).as("after change %s", at).hasContent("edited");
      var failure = catchThrowable(() -> Folders.writeQuickly(root, NEW));
      assertThat(failure).as("after change %s", at).hasMessageContaining("\n  one/changes\n");
    }
  }

  @Test
  void a_file_that_changes_while_a_run_publishes_stops_it() {
    var root = rootWithOld("meanwhile");
    var disk =
        new Disk() {
          @Override
          void move(Path from, Path to) throws IOException {
            super.move(from, to);
            if (to.endsWith("journal")) {
              Folders.put(root.resolve("one/changes"), "edited\n");
            }
          }
        };
    assertThat(catchThrowable(() -> write(root, disk)))
        .hasMessageContaining("one/changes cannot be written (it was changed during the run)");
    before.put("one/changes", "edited\n");
    assertThat(Folders.snapshot(root)).isEqualTo(before);
  }

  @Test
  void a_journal_that_somebody_changed_is_told_and_nothing_of_it_is_done() {
    for (var journal :
        List.of(
            "",
            "homelab4j 2\n",
            "homelab4j 2\n- - ../../x\nend\n",
            "homelab4j 3\nend\n",
            "x\ny\n")) {
      var root = rootWithOld("journal-" + journal.length());
      Folders.put(StateFolder.below(root).journal(), journal);
      assertThat(catchThrowable(() -> TreeWriter.open(root)))
          .hasMessageContaining("it is the journal of an interrupted run, and was changed since");
      assertThat(Folders.files(root)).containsAllEntriesOf(OLD);
    }
  }

  @Test
  void of_all_files_that_cannot_be_synced_the_first_is_told() {
    for (int i = 0; i < 50; i++) {
      var root = rootWithOld("syncs-" + i);
      var disk =
          new ObservedDisk() {
            @Override
            void sync(Path path) throws IOException {
              throw new FileSystemException(path.toString(), null, "Input/output error");
            }
          };
      // Three files are removed before.
      assertThat(catchThrowable(() -> write(root, disk)))
          .hasMessageContaining(".homelab4j/new/3 cannot be written (Input/output error)");
      assertThat(Folders.snapshot(root)).isEqualTo(before);
    }
  }

  @Test
  void a_run_of_an_earlier_version_is_completed() {
    var root = rootWithOld("earlier");
    var state = StateFolder.below(root);
    var path = "one/changes";
    var name = Sha256.of(path.getBytes(StandardCharsets.UTF_8));
    Folders.put(state.incoming().resolve(name), "new\n");
    Folders.put(state.outgoing().resolve("mine"), "");
    Folders.put(
        state.journal(),
        "homelab4j 1\n%s %s %s\nend\n".formatted(hash("old\n"), hash("new\n"), path));
    try (var writer = TreeWriter.open(root)) {
      assertThat(writer.recovered()).isTrue();
    }
    before.put(path, "new\n");
    assertThat(Folders.snapshot(root)).isEqualTo(before);
  }

  private static String hash(String content) {
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path rootWithOld(String name) {
    var root = folder.resolve(name);
    Folders.writeQuickly(root, OLD);
    return root;
  }

  private int changes() {
    var disk = new ObservedDisk();
    write(rootWithOld("count"), disk);
    assertThat(disk.changes).isGreaterThan(50);
    return disk.changes;
  }

  private static void write(Path root, Disk disk) {
    Folders.write(root, Folders.output(NEW), disk);
  }

  /** A disk on which one change fails, or all from one on. */
  private static class FailingDisk extends ObservedDisk {
    private final int at;
    private final boolean forGood;

    FailingDisk(int at, boolean forGood) {
      this.at = at;
      this.forGood = forGood;
    }

    @Override
    void about(Path path) throws IOException {
      if (changes == at || forGood && changes > at) {
        changes++;
        throw new FileSystemException(path.toString(), null, "No space left on device");
      }
    }
  }

  /** A disk that the process does not outlive. */
  private static final class EndingDisk extends FailingDisk {
    EndingDisk(int at) {
      super(at, true);
    }

    @Override
    void about(Path path) {
      try {
        super.about(path);
      } catch (IOException e) {
        throw new End();
      }
    }
  }

  private static final class End extends Error {
    private static final long serialVersionUID = 1L;
  }
}

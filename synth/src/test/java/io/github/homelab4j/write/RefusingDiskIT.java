package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real file systems refuse: one sentence, and the old tree. */
class RefusingDiskIT {
  // A kilobyte a file: enough for small ones, and too little for the journal.
  private static final List<String> NO_ROOM =
      List.of("bash", "-c", "ulimit -f 1; exec \"$@\"", "bash");
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void with_an_old_tree() throws IOException {
    root = folder.toRealPath().resolve("clusters");
    Folders.write(root, Child.tree("a"));
  }

  @Test
  void no_more_room_is_told_as_a_full_disk() throws Exception {
    assume(canStart(NO_ROOM), "there is no bash with ulimit to make a disk full with");
    assertRefused(
        NO_ROOM,
        "\\S+ cannot be written, the disk is full \\(File too large\\): free some space; %s is as"
            + " it was");
  }

  @Test
  void a_folder_that_this_user_may_not_write_is_told() throws Exception {
    permit("r-xr-xr-x", root);
    assertRefused(
        unprivileged(),
        "%1$s/.homelab4j cannot be written, this user has no permission: change its owner or its"
            + " mode; %1$s is as it was");
    permit("rwxr-xr-x", root);
  }

  @Test
  void one_folder_deep_down_that_may_not_be_written_takes_the_whole_run_back() throws Exception {
    var launcher = unprivileged();
    var locked = root.resolve("two/apps/1");
    try (var all = Files.walk(root)) {
      for (var path : all.filter(Files::isDirectory).toList()) {
        permit("rwxrwxrwx", path);
      }
    }
    permit("r-xr-xr-x", locked);
    assertRefused(
        launcher,
        "%1$s/two/apps/1/\\S+ cannot be written, this user has no permission: change its owner or"
            + " its mode; %1$s is as it was");
    permit("rwxrwxrwx", locked);
    Folders.write(root, Child.tree("b"));
  }

  @Test
  void a_root_below_a_file_is_told() {
    Folders.put(folder.resolve("file"), "mine");
    try {
      TreeWriter.open(folder.resolve("file/clusters")).close();
    } catch (WriteException e) {
      assertThat(e).hasMessageContaining("file/clusters").hasMessageEndingWith("is as it was");
      return;
    }
    throw new AssertionError("a folder was made below a file");
  }

  private void assertRefused(List<String> launcher, String message) throws Exception {
    var before = Folders.snapshot(root);
    try (var child = Child.start(launcher, root, Child.WRITE)) {
      assertThat(child.line()).matches(message.formatted(root));
      assertThat(child.exit()).isEqualTo(1);
    }
    assertThat(Folders.snapshot(root)).isEqualTo(before);
  }

  // To root all is permitted: it becomes somebody else, who must be able to read the classes.
  private List<String> unprivileged() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    assume(canStart(NOBODY), "root is refused nothing, and there is no setpriv to become another");
    permit("rwxr-xr-x", folder);
    for (var classes : List.of(Child.code(TreeWriter.class), Child.code(Child.class))) {
      assume(isReadable(classes), classes + " is readable by root only");
    }
    return NOBODY;
  }

  private static boolean isReadable(Path path) {
    return works(Stream.concat(NOBODY.stream(), Stream.of("test", "-r", path.toString())).toList());
  }

  private static boolean canStart(List<String> launcher) {
    return works(Stream.concat(launcher.stream(), Stream.of("true")).toList());
  }

  private static boolean works(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void permit(String permissions, Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static void assume(boolean condition, String reason) {
    if (!condition) {
      System.out.println("SKIPPED: " + reason);
    }
    assumeThat(condition).as(reason).isTrue();
  }
}

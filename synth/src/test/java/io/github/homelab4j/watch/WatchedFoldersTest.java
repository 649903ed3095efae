package io.github.homelab4j.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves of real files; none of these waits longer than the operating system does. */
class WatchedFoldersTest {
  @TempDir private Path folder;

  @Test
  void files_that_are_new_changed_or_gone_are_told_once() throws IOException {
    var gone = write("gone.java", "");
    var changed = write("changed.java", "1");
    write("same.java", "1");
    try (var watched = WatchedFolders.of(List.of(folder))) {
      Files.delete(gone);
      write("changed.java", "22");
      var added = write("added.java", "");
      assertThat(watched.next()).containsExactlyInAnyOrder(gone, changed, added);
      write("changed.java", "333");
      assertThat(watched.next()).containsExactly(changed);
    }
  }

  @Test
  void a_folder_that_is_new_is_watched_too() throws IOException {
    try (var watched = WatchedFolders.of(List.of(folder))) {
      var one = write("a/b/one.java", "");
      assertThat(watched.next()).containsExactly(one);
      var two = write("a/b/two.java", "");
      assertThat(watched.next()).containsExactly(two);
    }
  }

  @Test
  void of_a_single_file_its_neighbours_are_nobodys() throws IOException {
    var file = write("versions.yaml", "1");
    try (var watched = WatchedFolders.of(List.of(file))) {
      write("other.yaml", "");
      write("versions.yaml", "22");
      assertThat(watched.next()).containsExactly(file);
    }
  }

  @Test
  void files_of_editors_are_nobodys() throws IOException {
    try (var watched = WatchedFolders.of(List.of(folder))) {
      write(".Home.java.swp", "");
      write("Home.java~", "");
      var file = write("Home.java", "");
      assertThat(watched.next()).containsExactly(file);
    }
  }

  @Test
  void there_are_no_more_when_it_is_closed() throws InterruptedException {
    var watched = WatchedFolders.of(List.of(folder, folder.resolve("missing")));
    var end = new Thread(watched::close);
    end.start();
    assertThat(watched.next()).isEmpty();
    end.join();
  }

  private Path write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }
}

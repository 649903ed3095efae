package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeWriterTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void in_a_folder_that_is_not_there_yet() {
    folder = root.resolve("clusters/one");
  }

  @Test
  void writes_files_and_the_list_of_them() throws IOException {
    assertThat(write(Map.of("README.md", "# one\n", "apps/a/b.yaml", "a: é\n"))).isEqualTo(2);
    assertThat(folder.resolve("apps/a/b.yaml")).hasContent("a: é");
    assertThat(Files.readString(folder.resolve("files.sha256")))
        .matches("[0-9a-f]{64}  README\\.md\n[0-9a-f]{64}  apps/a/b\\.yaml\n");
    assertThat(names()).containsExactlyInAnyOrder("README.md", "apps/a/b.yaml", "files.sha256");
    try (var beside = Files.list(folder.getParent())) {
      assertThat(beside).as("what is left beside the folder").containsExactly(folder);
    }
  }

  @Test
  void does_not_touch_what_stays_the_same() throws IOException {
    write(Map.of("same.yaml", "a: 1\n", "other.yaml", "a: 1\n"));
    Files.setLastModifiedTime(folder.resolve("same.yaml"), LONG_AGO);
    assertThat(write(Map.of("same.yaml", "a: 1\n", "other.yaml", "a: 2\n"))).isEqualTo(1);
    assertThat(Files.getLastModifiedTime(folder.resolve("same.yaml"))).isEqualTo(LONG_AGO);
    assertThat(folder.resolve("other.yaml")).hasContent("a: 2");
  }

  @Test
  void a_second_run_changes_nothing_at_all() throws IOException {
    write(Map.of("a.yaml", "a: 1\n"));
    Files.setLastModifiedTime(folder.resolve("files.sha256"), LONG_AGO);
    assertThat(write(Map.of("a.yaml", "a: 1\n"))).isZero();
    assertThat(Files.getLastModifiedTime(folder.resolve("files.sha256"))).isEqualTo(LONG_AGO);
  }

  @Test
  void removes_what_it_wrote_and_no_longer_does_with_the_folders_that_become_empty()
      throws IOException {
    write(Map.of("apps/old/app/a.yaml", "a: 1\n", "apps/new/a.yaml", "a: 1\n"));
    assertThat(write(Map.of("apps/new/a.yaml", "a: 1\n"))).isEqualTo(1);
    assertThat(folder.resolve("apps/old")).doesNotExist();
    assertThat(names()).containsExactlyInAnyOrder("apps/new/a.yaml", "files.sha256");
  }

  @Test
  void leaves_files_of_others_alone() throws IOException {
    write(Map.of("apps/a.yaml", "a: 1\n", "apps/b.yaml", "b: 1\n"));
    Files.writeString(folder.resolve("apps/mine.txt"), "mine");
    write(Map.of("README.md", "#\n"));
    assertThat(names()).containsExactlyInAnyOrder("README.md", "apps/mine.txt", "files.sha256");
  }

  @Test
  void stops_before_anything_is_written_when_a_file_of_others_is_in_the_way() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("README.md"), "mine\n");
    assertThatExceptionOfType(TreeWriter.ForeignFilesException.class)
        .isThrownBy(() -> write(Map.of("README.md", "# one\n", "a.yaml", "a: 1\n")))
        .withMessageContaining("README.md")
        .withMessageEndingWith("nothing was written");
    assertThat(names()).containsExactly("README.md");
    assertThat(folder.resolve("README.md")).hasContent("mine");
  }

  @Test
  void stops_when_its_own_file_was_edited_also_when_it_would_only_remove_it() throws IOException {
    write(Map.of("a.yaml", "a: 1\n", "b.yaml", "b: 1\n"));
    Files.writeString(folder.resolve("b.yaml"), "b: edited\n");
    assertThatExceptionOfType(TreeWriter.ForeignFilesException.class)
        .isThrownBy(() -> write(Map.of("a.yaml", "a: 1\n", "b.yaml", "b: 2\n")));
    assertThatExceptionOfType(TreeWriter.ForeignFilesException.class)
        .isThrownBy(() -> write(Map.of("a.yaml", "a: 2\n")))
        .withMessageContaining("b.yaml");
    assertThat(folder.resolve("a.yaml")).hasContent("a: 1");
    assertThat(folder.resolve("b.yaml")).hasContent("b: edited");
  }

  @Test
  void takes_over_a_file_that_is_already_what_it_would_write() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a.yaml"), "a: 1\n");
    assertThat(write(Map.of("a.yaml", "a: 1\n"))).isZero();
    assertThat(write(Map.of("a.yaml", "a: 2\n"))).isEqualTo(1);
  }

  private int write(Map<String, String> files) {
    return TreeWriter.write(folder, new TreeMap<>(files));
  }

  private Stream<String> names() throws IOException {
    try (var all = Files.walk(folder)) {
      return all
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList()
          .stream();
    }
  }
}

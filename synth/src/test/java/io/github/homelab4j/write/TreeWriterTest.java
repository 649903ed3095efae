package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeWriterTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void in_a_folder_that_is_not_there_yet() {
    root = folder.resolve("clusters");
  }

  @Test
  void writes_the_files_of_all_clusters_and_beside_them_with_lists_of_them() throws IOException {
    var written =
        Folders.write(
            root,
            Map.of(
                "README.md", "# all\n",
                "home.lock.yaml", "a: 1\n",
                "one/README.md", "# one\n",
                "one/apps/a/b.yaml", "a: é\n",
                "two/README.md", "# two\n"));
    assertThat(written.clusters()).isEqualTo(Map.of("one", 2, "two", 1));
    assertThat(written.rootFiles()).isEqualTo(2);
    assertThat(Folders.snapshot(folder))
        .as("with nothing left over, neither in the folder nor beside it")
        .containsOnlyKeys(
            "clusters/README.md",
            "clusters/files.sha256",
            "clusters/home.lock.yaml",
            "clusters/one/README.md",
            "clusters/one/apps/a/b.yaml",
            "clusters/one/files.sha256",
            "clusters/two/README.md",
            "clusters/two/files.sha256");
    assertThat(root.resolve("one/apps/a/b.yaml")).hasContent("a: é");
    assertThat(Files.readString(root.resolve("one/files.sha256")))
        .isEqualTo(
            "%s  README.md\n%s  apps/a/b.yaml\n"
                .formatted(
                    "54c592ac3a26758bdc4232b5a2f32eed508b2b3c48bc3b177eae44a5b47bd0c8",
                    Sha256.of("a: é\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    assertThat(Files.readString(root.resolve("files.sha256")))
        .matches("[0-9a-f]{64}  README\\.md\n[0-9a-f]{64}  home\\.lock\\.yaml\n");
  }

  @Test
  void does_not_touch_what_stays_the_same() throws IOException {
    Folders.write(root, Map.of("one/same.yaml", "a: 1\n", "one/other.yaml", "a: 1\n"));
    Files.setLastModifiedTime(root.resolve("one/same.yaml"), LONG_AGO);
    var written = Folders.write(root, Map.of("one/same.yaml", "a: 1\n", "one/other.yaml", "2\n"));
    assertThat(written.clusters()).isEqualTo(Map.of("one", 1));
    assertThat(Files.getLastModifiedTime(root.resolve("one/same.yaml"))).isEqualTo(LONG_AGO);
    assertThat(root.resolve("one/other.yaml")).hasContent("2");
  }

  @Test
  void a_second_run_changes_nothing_at_all() throws IOException {
    var files = Map.of("one/a.yaml", "a: 1\n", "README.md", "#\n");
    Folders.write(root, files);
    var all = List.of("one/a.yaml", "one/files.sha256", "README.md", "files.sha256", "one");
    for (var path : all) {
      Files.setLastModifiedTime(root.resolve(path), LONG_AGO);
    }
    var written = Folders.write(root, files);
    assertThat(written.clusters()).isEqualTo(Map.of("one", 0));
    assertThat(written.rootFiles()).isZero();
    for (var path : all) {
      assertThat(Files.getLastModifiedTime(root.resolve(path))).as(path).isEqualTo(LONG_AGO);
    }
  }

  @Test
  void removes_what_it_wrote_and_no_longer_does_with_the_folders_that_become_empty() {
    Folders.write(root, Map.of("one/apps/old/app/a.yaml", "a: 1\n", "one/apps/new/a.yaml", "1\n"));
    var written = Folders.write(root, Map.of("one/apps/new/a.yaml", "1\n"));
    assertThat(written.clusters()).isEqualTo(Map.of("one", 1));
    assertThat(Folders.snapshot(root)).containsOnlyKeys("one/apps/new/a.yaml", "one/files.sha256");
  }

  @Test
  void a_file_becomes_a_folder_and_a_folder_a_file() {
    Folders.write(root, Map.of("one/a", "1\n", "one/b/c", "2\n", "one/b/d/e", "3\n"));
    Folders.write(root, Map.of("one/a/x/y", "4\n", "one/b", "5\n"));
    assertThat(Folders.files(root)).isEqualTo(Map.of("one/a/x/y", "4\n", "one/b", "5\n"));
  }

  @Test
  void leaves_files_of_others_alone() {
    Folders.write(root, Map.of("one/apps/a.yaml", "a: 1\n", "one/apps/b.yaml", "b: 1\n"));
    Folders.put(root.resolve("one/apps/mine.txt"), "mine");
    Folders.put(root.resolve("two/mine.txt"), "mine");
    Folders.write(root, Map.of("one/README.md", "#\n"));
    assertThat(Folders.files(root))
        .containsOnlyKeys("one/README.md", "one/apps/mine.txt", "two/mine.txt");
  }

  @Test
  void leaves_the_clusters_and_root_files_of_other_homelabs_alone() {
    Folders.write(root, Map.of("a.lock.yaml", "a\n", "README.md", "#\n", "one/x.yaml", "x\n"));
    Folders.write(root, Map.of("b.lock.yaml", "b\n", "README.md", "##\n", "two/x.yaml", "x\n"));
    assertThat(Folders.files(root))
        .containsOnlyKeys("a.lock.yaml", "b.lock.yaml", "README.md", "one/x.yaml", "two/x.yaml");
    assertThat(root.resolve("files.sha256")).content().contains("a.lock.yaml", "b.lock.yaml");
    assertThat(Folders.write(root, Map.of("a.lock.yaml", "a: 2\n")).rootFiles()).isEqualTo(1);
  }

  @Test
  void a_root_file_that_is_gone_leaves_the_list() throws IOException {
    Folders.write(root, Map.of("a.lock.yaml", "a\n", "README.md", "#\n"));
    Files.delete(root.resolve("a.lock.yaml"));
    Folders.write(root, Map.of("README.md", "#\n"));
    assertThat(root.resolve("files.sha256")).content().doesNotContain("a.lock.yaml");
  }
}

package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a file is, and what is done about those of others. */
class ForeignFilesTest {
  private static final Map<String, String> FILES =
      Map.of("one/a.yaml", "a: 1\n", "one/b.yaml", "b: 1\n", "two/c.yaml", "c: 1\n");

  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void with_two_clusters() throws IOException {
    root = folder.toRealPath().resolve("clusters");
    Folders.write(root, FILES);
  }

  @Test
  void a_run_stops_with_the_names_of_all_edited_and_foreign_files_of_all_clusters() {
    Folders.put(root.resolve("one/b.yaml"), "b: edited\n");
    Folders.put(root.resolve("two/new.yaml"), "mine\n");
    var before = Folders.snapshot(root);
    assertThatExceptionOfType(WriteException.class)
        .isThrownBy(
            () ->
                Folders.write(
                    root, Map.of("one/a.yaml", "a: 2\n", "one/b.yaml", "2", "two/new.yaml", "2")))
        .withMessage(
            root
                + " has files that were not written by homelab4j, or were edited since:\n"
                + "  one/b.yaml\n"
                + "  two/new.yaml\n"
                + "restore them with git checkout, move them away, or let them be replaced with"
                + " synth --adopt (mvn package -Dhomelab4j.adopt)");
    assertThat(Folders.snapshot(root)).isEqualTo(before);
  }

  @Test
  void an_edited_file_stops_the_run_also_when_it_would_only_be_removed() {
    Folders.put(root.resolve("one/b.yaml"), "b: edited\n");
    assertStops(Map.of("one/a.yaml", "a: 2\n"), "\n  one/b.yaml\n");
    assertThat(root.resolve("one/a.yaml")).hasContent("a: 1");
  }

  @Test
  void a_file_that_is_already_what_would_be_written_is_taken_over() {
    Folders.put(root.resolve("one/new.yaml"), "n: 1\n");
    assertThat(Folders.write(root, with("one/new.yaml", "n: 1\n")).clusters())
        .isEqualTo(Map.of("one", 0, "two", 0));
    assertThat(Folders.write(root, with("one/new.yaml", "n: 2\n")).clusters())
        .isEqualTo(Map.of("one", 1, "two", 0));
  }

  @Test
  void adopting_replaces_and_removes_what_is_in_the_way_and_nothing_else() {
    Folders.put(root.resolve("one/a.yaml"), "a: edited\n");
    Folders.put(root.resolve("one/b.yaml"), "b: edited\n");
    Folders.put(root.resolve("one/mine.txt"), "mine");
    Folders.put(root.resolve("two/folder"), "a file where a folder goes");
    var output = Folders.output(Map.of("one/a.yaml", "a: 2\n", "two/folder/x.yaml", "x\n"));
    assertThat(Folders.write(root, output, true).clusters()).isEqualTo(Map.of("one", 2, "two", 3));
    assertThat(Folders.files(root))
        .isEqualTo(
            Map.of("one/a.yaml", "a: 2\n", "one/mine.txt", "mine", "two/folder/x.yaml", "x\n"));
  }

  @Test
  void a_folder_of_others_where_a_file_goes_is_not_even_adopted() {
    Folders.put(root.resolve("one/new.yaml/mine.txt"), "mine");
    assertRefuses(
        with("one/new.yaml", "n\n"), "one/new.yaml is a folder where a file goes: move it away");
  }

  @Test
  void links_are_neither_followed_nor_replaced() throws IOException {
    var elsewhere = folder.resolve("elsewhere");
    Folders.put(elsewhere.resolve("a.yaml"), "a: 1\n");
    Files.delete(root.resolve("one/a.yaml"));
    Files.createSymbolicLink(root.resolve("one/a.yaml"), elsewhere.resolve("a.yaml"));
    Files.createSymbolicLink(root.resolve("one/apps"), elsewhere);
    Files.createSymbolicLink(root.resolve("three"), elsewhere);
    var files = with("one/apps/deep/x.yaml", "x\n");
    assertRefuses(
        files,
        "one/a.yaml is a symbolic link, and nothing is written through or over one: move it away\n"
            + "one/apps is a symbolic link, and nothing is written through or over one: move it away");
    assertRefuses(Map.of("three/a.yaml", "2"), "three is a symbolic link");
    assertRefuses(Map.of("one/b.yaml", "b: 1\n"), "one/a.yaml is a symbolic link");
    assertThat(Folders.snapshot(elsewhere)).isEqualTo(Map.of("a.yaml", "a: 1\n"));
  }

  @Test
  void a_list_that_is_a_link_or_the_own_folder_that_is_one_is_refused() throws IOException {
    var list = folder.resolve("list");
    Files.move(root.resolve("two/files.sha256"), list);
    Files.createSymbolicLink(root.resolve("two/files.sha256"), list);
    assertRefuses(with("two/c.yaml", "c: 2\n"), "two/files.sha256 is a symbolic link");
    Files.createSymbolicLink(root.resolve(".homelab4j"), folder);
    assertThatExceptionOfType(WriteException.class)
        .isThrownBy(() -> Folders.write(root, FILES))
        .withMessageEndingWith("is a symbolic link, and nothing is written through one: delete it");
  }

  @Test
  void the_root_itself_may_be_reached_by_a_link_that_the_owner_names() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("link"), root);
    Folders.write(link, with("one/a.yaml", "a: 2\n"));
    assertThat(root.resolve("one/a.yaml")).hasContent("a: 2");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void a_list_after_a_merge_counts_line_by_line_and_is_written_anew() throws IOException {
    var list = root.resolve("one/files.sha256");
    var good = Files.readString(list);
    var of = Sha256.of("b: theirs\n".getBytes());
    Folders.put(root.resolve("one/b.yaml"), "b: theirs\n");
    Folders.put(
        list,
        "<<<<<<< HEAD\n%s=======\n%s  b.yaml\nnonsense\n>>>>>>> theirs\n%s"
            .formatted(good, of, good));
    Folders.write(root, FILES);
    assertThat(list).hasContent(good);
    assertThat(Folders.files(root)).isEqualTo(FILES);
  }

  @Test
  void a_list_of_bytes_that_are_no_text_owns_nothing() throws IOException {
    Files.write(root.resolve("one/files.sha256"), new byte[] {(byte) 0xff, 0, (byte) 0xfe, '\n'});
    assertStops(with("one/a.yaml", "a: 2\n"), "\n  one/a.yaml\n");
    Folders.write(root, FILES);
    assertThat(root.resolve("one/files.sha256")).content().contains("a.yaml", "b.yaml");
  }

  @Test
  void a_line_that_leads_out_of_the_folder_removes_nothing() throws IOException {
    var outside = folder.resolve("outside.txt");
    Folders.put(outside, "mine");
    var hash = Sha256.of("mine".getBytes());
    Folders.put(
        root.resolve("one/files.sha256"),
        Files.readString(root.resolve("one/files.sha256"))
            + "%s  ../../outside.txt\n%s  %s\n".formatted(hash, hash, outside));
    Folders.write(root, Map.of("one/a.yaml", "a: 2\n"));
    assertThat(outside).hasContent("mine");
    assertThat(root.resolve("one/b.yaml")).doesNotExist();
  }

  @Test
  void what_the_last_commit_holds_may_be_replaced_and_removed() {
    commit();
    Folders.write(root, Map.of("one/a.yaml", "a: 2\n", "one/b.yaml", "b: 2\n"));
    Folders.run(folder, "git", "checkout", "--quiet", "clusters/one/a.yaml", "clusters/one/b.yaml");
    assertThat(Folders.files(root)).containsAllEntriesOf(FILES);
    Folders.write(root, Map.of("one/a.yaml", "a: 3\n"));
    assertThat(root.resolve("one/a.yaml")).hasContent("a: 3");
    assertThat(root.resolve("one/b.yaml")).doesNotExist();
  }

  @Test
  void a_committed_file_of_others_is_replaced_but_not_once_it_is_edited() {
    Folders.put(root.resolve("one/new.yaml"), "committed\n");
    commit();
    Folders.put(root.resolve("one/new.yaml"), "edited\n");
    assertStops(with("one/new.yaml", "n\n"), "\n  one/new.yaml\n");
    Folders.run(folder, "git", "checkout", "--quiet", "clusters/one/new.yaml");
    Folders.write(root, with("one/new.yaml", "n\n"));
    assertThat(root.resolve("one/new.yaml")).hasContent("n");
  }

  @Test
  void line_ends_that_git_changed_are_no_edit() {
    Folders.put(folder.resolve(".gitattributes"), "* text eol=crlf\n");
    commit();
    Folders.put(root.resolve("one/a.yaml"), "a: 1\r\n");
    Folders.write(root, with("one/a.yaml", "a: 2\n"));
    assertThat(root.resolve("one/a.yaml")).hasContent("a: 2");
  }

  private void commit() {
    Folders.run(folder, "git", "init", "--quiet");
    Folders.run(folder, "git", "add", ".");
    Folders.run(
        folder,
        "git",
        "-c",
        "user.name=me",
        "-c",
        "user.email=me@example.org",
        "commit",
        "--quiet",
        "--message=all");
  }

  private static Map<String, String> with(String path, String content) {
    var files = new java.util.TreeMap<>(FILES);
    files.put(path, content);
    return files;
  }

  private void assertStops(Map<String, String> files, String message) {
    var before = Folders.snapshot(root);
    assertThatExceptionOfType(WriteException.class)
        .isThrownBy(() -> Folders.write(root, files))
        .withMessageContaining(message);
    assertThat(Folders.snapshot(root)).isEqualTo(before);
  }

  private void assertRefuses(Map<String, String> files, String message) {
    assertStops(files, message);
    var before = Folders.snapshot(root);
    assertThatExceptionOfType(WriteException.class)
        .isThrownBy(() -> Folders.write(root, Folders.output(files), true))
        .withMessageContaining(message);
    assertThat(Folders.snapshot(root)).isEqualTo(before);
  }
}

package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one/apps/kube-system/clusterrole-system:metrics.yaml",
        "one/a b/c~1,2.yaml",
        "one/console/nulls.yaml",
        "one/...yaml",
        "README.md",
        "home.lock.yaml"
      })
  void a_path_that_every_file_system_can_hold_is_fine(String path) {
    assertThat(PathRules.problems(Folders.output(Map.of(path, "")))).isEmpty();
    assertThat(PathRules.isSafe(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "one/../a.yaml ; one/../a.yaml has .. for a name: give a path below the cluster's folder",
        "one/./a.yaml ; one/./a.yaml has . for a name: give a path below the cluster's folder",
        "one//a.yaml ; one//a.yaml has nothing for a name: give a path below the cluster's folder",
        "/etc/passwd ; /etc/passwd is absolute: give a path below the cluster's folder",
        "C:/a.yaml ; C:/a.yaml is absolute: give a path below the cluster's folder",
        "one/a\\b ; one/a\\b has characters that not every file system can hold: use ASCII without"
            + " \" * < > ? | and \\",
        "one/aux.yaml ; one/aux.yaml has the name aux.yaml, which Windows keeps for itself: choose"
            + " another",
        "one/COM1/a ; one/COM1/a has the name COM1, which Windows keeps for itself: choose another",
        "one/a./b ; one/a./b has the name a., which Windows keeps for itself: choose another",
        "one/.git/a ; one/.git/a has the name .git, which is not for files of clusters: choose"
            + " another",
        ".homelab4j/a ; .homelab4j/a has the name .homelab4j, which is not for files of clusters:"
            + " choose another",
        "one/files.sha256 ; one/files.sha256 is the list of what is written there: choose another"
            + " name"
      },
      quoteCharacter = '`')
  void a_path_that_leads_out_or_that_some_system_cannot_hold_is_told(String path, String problem) {
    assertThat(PathRules.problems(Folders.output(Map.of(path, "", "one/good.yaml", ""))))
        .contains(problem);
  }

  @Test
  void characters_that_cannot_be_seen_are_told_as_numbers() {
    assertThat(PathRules.problems(Folders.output(Map.of("one/a\0b\u00e9", ""))))
        .containsExactly(
            "one/a\\u0000b\\u00e9 has characters that not every file system can hold: use ASCII"
                + " without \" * < > ? | and \\");
  }

  @Test
  void a_name_may_have_255_bytes_and_no_more() {
    var longest = "one/" + "a".repeat(255);
    assertThat(PathRules.problems(Folders.output(Map.of(longest, "")))).isEmpty();
    assertThat(PathRules.problems(Folders.output(Map.of(longest + "a", ""))))
        .containsExactly(
            longest
                + "a has a name of 256 bytes, and file systems end at 255: choose a shorter one");
  }

  @Test
  void names_that_differ_in_capitals_only_are_told_also_those_of_folders() {
    var paths =
        Map.of("one/Apps/a.yaml", "", "one/apps/b.yaml", "", "one/apps/B.yaml", "", "One/a", "");
    assertThat(PathRules.problems(Folders.output(paths)))
        .contains(
            "One and one are the same where capitals do not count, on Windows and Macs: rename one",
            "one/Apps and one/apps are the same where capitals do not count, on Windows and Macs:"
                + " rename one",
            "one/apps/B.yaml and one/apps/b.yaml are the same where capitals do not count, on"
                + " Windows and Macs: rename one");
  }

  @Test
  void a_file_that_is_a_folder_too_is_told() {
    assertThat(PathRules.problems(Folders.output(Map.of("one/a", "", "one/a/b", "", "one", ""))))
        .containsExactly(
            "one is a file, and one/a lies in it as in a folder: rename one",
            "one is a file, and one/a/b lies in it as in a folder: rename one",
            "one is a file, and one/files.sha256 lies in it as in a folder: rename one",
            "one/a is a file, and one/a/b lies in it as in a folder: rename one");
  }

  @Test
  void a_cluster_without_files_does_not_lead_out_either() {
    var output = Folders.output(Map.of());
    output.clusters().put("..", new java.util.TreeMap<>());
    assertThat(PathRules.problems(output)).hasSize(1);
  }

  @Test
  void nothing_is_written_when_one_path_is_wrong() {
    var root = folder.resolve("clusters");
    assertThatExceptionOfType(WriteException.class)
        .isThrownBy(() -> Folders.write(root, Map.of("one/a", "1", "two/NUL", "2", "x/../y", "3")))
        .withMessage(
            "two/NUL has the name NUL, which Windows keeps for itself: choose another\n"
                + "x/../y has .. for a name: give a path below the cluster's folder");
    assertThat(root).doesNotExist();
  }
}

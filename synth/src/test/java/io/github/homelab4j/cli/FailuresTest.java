package io.github.homelab4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.InvalidPropsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

/** Each failure is one line with what to do, and its exit code. */
class FailuresTest {
  private final StringWriter complained = new StringWriter();

  @Test
  void a_finding_is_its_message() {
    assertSaid(
        1, new InvalidPropsException("size is 0: give at least 1"), "size is 0: give at least 1");
  }

  @Test
  void a_finding_in_a_static_field_is_told_as_one() {
    var wrong = new InvalidPropsException("size is 0: give at least 1");
    assertSaid(1, new ExceptionInInitializerError(wrong), "size is 0: give at least 1");
  }

  @Test
  void a_folder_that_is_not_ours_is_named() {
    assertSaid(
        2,
        new IllegalStateException(new AccessDeniedException("/srv/clusters")),
        "/srv/clusters cannot be written: give yourself the right to, or name another folder");
  }

  @Test
  void a_permission_is_a_matter_of_the_machine_and_a_full_disk_a_finding() {
    assertThat(Failures.code(new IllegalStateException(new AccessDeniedException("/srv"))))
        .isEqualTo(2);
    assertThat(Failures.code(new IllegalStateException(new FileSystemException("/srv"))))
        .isEqualTo(1);
  }

  @Test
  void a_class_for_a_newer_java_is_told_with_both_versions() {
    assertSaid(
        2,
        new UnsupportedClassVersionError("Home has version 69.0"),
        "Java %s is too old for a class (Home has version 69.0): run with the Java that it was compiled for, 17 or newer"
            .formatted(System.getProperty("java.version")));
  }

  @Test
  void what_nobody_foresaw_is_one_line_without_a_stack_trace() {
    assertSaid(
        3,
        new IllegalStateException("first\nsecond"),
        "homelab4j failed: first: this is a mistake of homelab4j; HOMELAB4J_TRACE=1 shows where");
  }

  private void assertSaid(int exit, Throwable error, String line) {
    assertThat(Failures.say(new PrintWriter(complained, true), error)).isEqualTo(exit);
    assertThat(complained.toString()).isEqualToNormalizingNewlines(line + "\n");
  }
}

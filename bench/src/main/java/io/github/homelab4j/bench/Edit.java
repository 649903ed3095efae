package io.github.homelab4j.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.fleet.Fleet;

/**
 * What an owner does between two syntheses: another number of copies in a stack's source. The
 * fleets' setting follows a system property, and their file only says that it is another.
 */
final class Edit {
  private static final String SETTING = "MetricsServerProps.builder().replicas(";

  private final Path file;

  Edit(Path file) {
    this.file = file;
  }

  /** Whether it is code. */
  boolean isCompiled() {
    return file.toString().endsWith(".java");
  }

  void save(int revision) throws IOException {
    System.setProperty(Fleet.REVISION, Integer.toString(revision));
    if (!isCompiled()) {
      Files.writeString(file, "revision " + revision);
      return;
    }
    var text = Files.readString(file);
    int place = text.indexOf(SETTING) + SETTING.length();
    if (place < SETTING.length()) {
      throw new IllegalStateException(
          "%s has no %s…: give the benchmark another setting to change".formatted(file, SETTING));
    }
    // Twice the same text would be no save.
    Files.writeString(
        file,
        text.substring(0, place) + (2 + revision % 2) + text.substring(text.indexOf(')', place)));
  }
}

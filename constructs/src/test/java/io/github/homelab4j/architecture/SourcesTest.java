package io.github.homelab4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources tell. */
class SourcesTest {
  // Maven runs tests in the folder of their module, which lies beside the others.
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LOCAL_DIGITS = Pattern.compile("%[0-9,+-]*[dfe]\\b");
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

  @Test
  void no_text_takes_the_digits_of_the_machine() throws IOException {
    assertThat(lines(LOCAL_DIGITS, "formatted(", "printf(", "format("))
        .as("%d writes the digits of the machine's locale, Arabic ones in Egypt: use %s")
        .isEmpty();
  }

  @Test
  void nothing_is_left_unfinished() throws IOException {
    assertThat(lines(UNFINISHED, "")).isEmpty();
  }

  private static List<String> lines(Pattern pattern, String... where) throws IOException {
    var sources = sources();
    assertThat(sources).as("sources below %s", ROOT).hasSizeGreaterThan(100);
    var found = new ArrayList<String>();
    for (var file : sources) {
      var lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        // A long text stands alone on the line before its arguments.
        var context =
            lines.get(i)
                + (i + 1 < lines.size() ? lines.get(i + 1) : "")
                + (i + 2 < lines.size() ? lines.get(i + 2) : "");
        if (pattern.matcher(lines.get(i)).find() && Stream.of(where).anyMatch(context::contains)) {
          found.add("%s:%s: %s".formatted(ROOT.relativize(file), i + 1, lines.get(i).trim()));
        }
      }
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    var all = new ArrayList<Path>();
    for (var module :
        List.of("constructs", "synth", "synth/maven-plugin", "testing", "stacks", "bench")) {
      try (var files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(all::add);
      }
    }
    return all;
  }
}

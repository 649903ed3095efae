package io.github.homelab4j.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file as it lies on its machine, in a copy of the machine's folder that a checker may write to.
 *
 * @param root the machine's folder, which stands for its root
 * @param path where it lies there, without a leading slash
 */
record WrittenFile(Path root, String path) {
  private static final String TEMPLATE = ".j2";
  private static final Pattern PLACE = Pattern.compile("\\{\\{ ([a-z_][a-z0-9_]*) }}");

  /** Where it is. */
  Path file() {
    return root.resolve(path);
  }

  /** What is in it. */
  String text() throws IOException {
    return Files.readString(file());
  }

  /** A path as its machine has it, which a template has without its ending. */
  static String target(String path) {
    return path.endsWith(TEMPLATE) ? path.substring(0, path.length() - TEMPLATE.length()) : path;
  }

  /** A text alone in a folder. */
  static WrittenFile of(Path root, String path, String text) throws IOException {
    var file = new WrittenFile(root, path);
    Files.createDirectories(file.file().getParent());
    Files.writeString(file.file(), text);
    return file;
  }

  /** Copies a machine's files; templates are filled with what stands for their secrets. */
  static void copy(Path machine, Path root) throws IOException {
    try (Stream<Path> all = Files.walk(machine)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var path = machine.relativize(file).toString().replace('\\', '/');
        var text = Files.readString(file);
        var filled =
            path.endsWith(TEMPLATE) ? PLACE.matcher(text).replaceAll("stand-in-of-$1") : text;
        of(root, target(path), filled);
      }
    }
  }
}

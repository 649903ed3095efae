package io.github.homelab4j.query;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The constructs that the library offers. */
public final class Constructs {
  private static final String CLASS = ".class";

  private Constructs() {}

  /** All of them, by name. */
  public static List<Class<?>> all() {
    try {
      var home = Component.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      if (Files.isDirectory(Path.of(home))) {
        return in(Path.of(home));
      }
      try (var jar = FileSystems.newFileSystem(URI.create("jar:" + home), Map.of())) {
        return in(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is true of a construct. */
  public static ComponentInfo info(Class<?> construct) {
    return construct.getAnnotation(ComponentInfo.class);
  }

  private static List<Class<?>> in(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.startsWith("io/github/homelab4j/") && name.endsWith(CLASS))
          .filter(name -> !name.contains("$"))
          .<Class<?>>map(Constructs::load)
          .filter(type -> info(type) != null)
          .sorted(Comparator.comparing(type -> info(type).name()))
          .toList();
    }
  }

  private static Class<?> load(String file) {
    try {
      var name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
      return Class.forName(name, false, Component.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

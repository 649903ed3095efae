package io.github.homelab4j.watch;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;

/** Paths as class loaders want them. */
final class Urls {
  private Urls() {}

  static URL[] of(List<Path> paths) {
    return paths.stream().map(Urls::of).toArray(URL[]::new);
  }

  private static URL of(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}

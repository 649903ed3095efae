package io.github.homelab4j.watch;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The libraries of a run, which stay loaded: those that it was started with, and more. */
public final class ClassPath extends Loader {
  static {
    registerAsParallelCapable();
  }

  private final List<Path> more;

  private ClassPath(List<Path> more, ClassLoader parent) {
    super(more, parent);
    this.more = more;
  }

  /**
   * What a loader has, and more.
   *
   * @param more paths joined as in Java's {@code -cp}; null for none
   */
  public static ClassPath over(ClassLoader loader, String more) {
    return new ClassPath(more == null ? List.of() : split(more), loader);
  }

  /** All jars and folders, for a compiler. */
  public List<Path> paths() {
    var paths = new ArrayList<>(more);
    for (var loader = getParent(); loader != null; loader = loader.getParent()) {
      if (loader instanceof URLClassLoader urls) {
        for (var url : urls.getURLs()) {
          add(paths, url);
        }
      } else if (loader == ClassLoader.getSystemClassLoader()) {
        // A test runner has it in a jar of its own.
        var all = System.getProperty("surefire.test.class.path");
        paths.addAll(split(all == null ? System.getProperty("java.class.path") : all));
      }
    }
    return paths;
  }

  private static void add(List<Path> paths, URL url) {
    try {
      paths.add(Path.of(url.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> split(String path) {
    return java.util.Arrays.stream(path.split(File.pathSeparator))
        .filter(each -> !each.isEmpty())
        .map(Path::of)
        .toList();
  }
}

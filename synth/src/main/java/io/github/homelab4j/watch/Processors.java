package io.github.homelab4j.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/** The annotation processors of a class path, whose classes stay loaded from run to run. */
final class Processors implements AutoCloseable {
  private final Loader loader;

  private Processors(Loader loader) {
    this.loader = loader;
  }

  static Processors on(List<Path> classPath) {
    return new Processors(new Loader(classPath, ClassLoader.getPlatformClassLoader()));
  }

  /** One of each: a processor serves one run. */
  List<Processor> fresh() {
    return ServiceLoader.load(Processor.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  @Override
  public void close() {
    loader.close();
  }
}

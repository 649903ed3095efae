package io.github.homelab4j.cli;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.InvalidPropsException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds the homelab of a class. */
final class HomelabLoader {
  private HomelabLoader() {}

  // Props are checked while the homelab is built: their message is what the user needs, not the way
  // it was called.
  static Homelab create(String name, Path classes) {
    try {
      return (Homelab) load(name, classes).getDeclaredConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new InvalidPropsException(
          "%s is not a homelab (%s): name a class that extends Homelab and has a constructor without parameters"
              .formatted(name, e));
    }
  }

  private static Class<?> load(String name, Path classes) throws ClassNotFoundException {
    var thread = Thread.currentThread();
    try {
      return Class.forName(name, true, thread.getContextClassLoader());
    } catch (ClassNotFoundException e) {
      if (!Files.isDirectory(classes)) {
        throw e;
      }
      try {
        // Left open: classes are loaded as they are needed, until the process ends.
        var loader =
            new URLClassLoader(new URL[] {classes.toUri().toURL()}, thread.getContextClassLoader());
        thread.setContextClassLoader(loader);
        return Class.forName(name, true, loader);
      } catch (MalformedURLException malformed) {
        throw new IllegalStateException(malformed);
      }
    }
  }
}

package io.github.homelab4j.cli;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.plan.HomelabPlan;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds the homelab of a class. */
final class HomelabLoader {
  private HomelabLoader() {}

  static Homelab create(String name, Path classes) {
    return create(name, () -> load(name, classes));
  }

  /** The homelab of a class that this loader has. */
  static Homelab create(String name, ClassLoader classes) {
    return create(name, () -> Class.forName(name, true, classes));
  }

  private interface Loading {
    Class<?> load() throws ClassNotFoundException;
  }

  // Settings are checked while the homelab is built: what is wrong with them is what the user
  // needs, not the way it was called.
  private static Homelab create(String name, Loading loading) {
    try {
      var type = loading.load().asSubclass(Homelab.class);
      var constructor = type.getDeclaredConstructor();
      return Invalid.load(type.getSimpleName(), () -> build(constructor));
    } catch (ClassCastException | ReflectiveOperationException e) {
      throw new InvalidPropsException(
          "%s is not a homelab (%s): name a class that extends Homelab and has a constructor without parameters"
              .formatted(name, e));
    }
  }

  private static Homelab build(Constructor<? extends Homelab> constructor) {
    try {
      var homelab = constructor.newInstance();
      // A plan's methods are asked later; what is wrong in them is told with the rest.
      ask(homelab.plan());
      return homelab;
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new InvalidPropsException(
          "%s cannot be made (%s): make it public, and its constructor too"
              .formatted(constructor.getDeclaringClass().getName(), e));
    }
  }

  private static void ask(HomelabPlan plan) {
    plan.name();
    plan.domain();
    plan.git();
    plan.clusters();
    plan.networks();
    plan.hosts();
    plan.records();
    plan.forwards();
    plan.outside();
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

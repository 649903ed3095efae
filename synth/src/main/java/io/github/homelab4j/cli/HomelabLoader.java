package io.github.homelab4j.cli;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.InvalidPropsException;
import java.lang.reflect.InvocationTargetException;

/** Builds the homelab of a class. */
final class HomelabLoader {
  private HomelabLoader() {}

  // Props are checked while the homelab is built: their message is what the user needs, not the way
  // it was called.
  static Homelab create(String name) {
    try {
      var loader = Thread.currentThread().getContextClassLoader();
      return (Homelab) Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
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
}

package io.github.homelab4j.watch;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The user's own classes and resources of one save, which stand before those of the class path.
 * Libraries are its parent's: they stay loaded, and warm, from save to save.
 */
public final class UserClasses extends Loader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> compiled;

  /**
   * Classes of a save.
   *
   * @param compiled those that were compiled, by their binary name
   * @param folders with other classes and resources, in their order
   */
  public UserClasses(Map<String, byte[]> compiled, List<Path> folders, ClassLoader parent) {
    super(folders, parent);
    this.compiled = Map.copyOf(compiled);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      if (loaded == null) {
        var code = compiled.get(name);
        if (code != null) {
          loaded = defineClass(name, code, 0, code.length);
        } else if (findResource(name.replace('.', '/') + ".class") != null) {
          loaded = findClass(name);
        } else {
          return super.loadClass(name, resolve);
        }
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  @Override
  public URL getResource(String name) {
    var mine = findResource(name);
    return mine == null ? super.getResource(name) : mine;
  }
}

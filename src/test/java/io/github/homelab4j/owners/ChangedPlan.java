package io.github.homelab4j.owners;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.fleet.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A reference homelab with one text of its plan's source replaced, as an owner would. */
public final class ChangedPlan {
  private ChangedPlan() {}

  /**
   * The homelab, compiled anew.
   *
   * @param scratch an empty folder
   */
  public static Homelab of(Class<? extends Homelab> homelab, String old, String other, Path scratch)
      throws IOException, ReflectiveOperationException {
    var folder =
        Settings.sources()
            .resolve("stacks/src/main/java")
            .resolve(homelab.getPackageName().replace('.', '/'));
    var sources = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        var copy = scratch.resolve(file.getFileName().toString());
        var text = Files.readString(file);
        Files.writeString(
            copy, file.toString().endsWith("Plan.java") ? replaced(text, old, other) : text);
        sources.add(copy.toString());
      }
    }
    var classes = Files.createDirectories(scratch.resolve("classes"));
    compile(sources, classes);
    var loader = new Own(classes, homelab);
    return (Homelab) loader.loadClass(homelab.getName()).getDeclaredConstructor().newInstance();
  }

  private static String replaced(String text, String old, String other) {
    if (!text.contains(old)) {
      throw new IllegalArgumentException("the plan does not have " + old);
    }
    return text.replace(old, other);
  }

  private static void compile(List<String> sources, Path classes) {
    var arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    arguments.addAll(sources);
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("the changed plan does not compile");
    }
  }

  /** Takes the stack's own classes from the changed sources, and all others as they are. */
  private static final class Own extends URLClassLoader {
    private final String own;

    Own(Path classes, Class<?> homelab) throws IOException {
      super(new URL[] {classes.toUri().toURL()}, homelab.getClassLoader());
      this.own = homelab.getPackageName() + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(own)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        var loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}

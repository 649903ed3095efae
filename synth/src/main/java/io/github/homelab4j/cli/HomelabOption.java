package io.github.homelab4j.cli;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which homelabs a command is about. */
final class HomelabOption {
  @Option(
      names = "--homelab",
      paramLabel = "<class>",
      required = true,
      description = "Class of a homelab with a constructor without parameters; may be repeated.")
  private List<String> names;

  @Option(
      names = "--classes",
      paramLabel = "<folder>",
      defaultValue = "target/classes",
      description =
          "The folder with your compiled classes, where they are not on the class path; default: ${DEFAULT-VALUE}.")
  private Path classes;

  /** The homelabs, built. */
  List<Homelab> homelabs() {
    return names.stream().map(name -> HomelabLoader.create(name, classes)).toList();
  }

  /** The homelabs, built of the classes of a loader. */
  List<Homelab> homelabs(ClassLoader loader) {
    return names.stream().map(name -> HomelabLoader.create(name, loader)).toList();
  }

  /** The folder with the compiled classes. */
  Path classes() {
    return classes;
  }

  /** The homelabs, resolved. */
  List<Resolution> resolutions() {
    return homelabs().stream().map(Resolver::resolve).toList();
  }
}

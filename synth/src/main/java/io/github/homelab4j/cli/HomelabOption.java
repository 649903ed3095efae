package io.github.homelab4j.cli;

import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.graph.Resolution;
import io.github.homelab4j.graph.Resolver;
import java.util.List;
import picocli.CommandLine.Option;

/** Which homelabs a command is about. */
final class HomelabOption {
  @Option(
      names = "--homelab",
      required = true,
      description = "Class of a homelab with a constructor without parameters; may be repeated.")
  private List<String> names;

  /** The homelabs, built. */
  List<Homelab> homelabs() {
    return names.stream().map(HomelabLoader::create).toList();
  }

  /** The homelabs, resolved. */
  List<Resolution> resolutions() {
    return homelabs().stream().map(Resolver::resolve).toList();
  }
}

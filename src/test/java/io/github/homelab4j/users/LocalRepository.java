package io.github.homelab4j.users;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository with what this build has just made, as if it were installed, and with
 * everything else that is in the one in use. The one in use is not touched.
 */
final class LocalRepository {
  private static final String GROUP = "io/github/homelab4j";
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private LocalRepository() {}

  static Path over(Path used, Path scratch, Path sources) throws IOException {
    var overlay = Files.createDirectories(scratch.resolve("repository"));
    link(used, overlay, List.of(GROUP.split("/")));
    var group = Files.createDirectories(overlay.resolve(GROUP));
    pom(group, "homelab4j-parent", sources.resolve("pom.xml"));
    for (var module : List.of("archetype", "constructs", "synth", "testing")) {
      artifact(group, "homelab4j-" + module, sources.resolve(module));
    }
    artifact(group, "homelab4j-maven-plugin", sources.resolve("synth/maven-plugin"));
    return overlay;
  }

  // Links to all but the path that is ours, whose folders are real.
  private static void link(Path from, Path to, List<String> ours) throws IOException {
    try (Stream<Path> children = Files.list(from)) {
      for (var child : children.toList()) {
        var target = to.resolve(child.getFileName());
        if (!child.getFileName().toString().equals(ours.get(0))) {
          Files.createSymbolicLink(target, child.toAbsolutePath());
        } else if (ours.size() > 1) {
          link(child, Files.createDirectories(target), ours.subList(1, ours.size()));
        }
      }
    }
  }

  private static void artifact(Path group, String artifact, Path module) throws IOException {
    var folder = pom(group, artifact, module.resolve("pom.xml"));
    var jar = "%s-%s.jar".formatted(artifact, VERSION);
    Files.copy(module.resolve("target").resolve(jar), folder.resolve(jar));
  }

  private static Path pom(Path group, String artifact, Path pom) throws IOException {
    var folder = Files.createDirectories(group.resolve(artifact).resolve(VERSION));
    Files.copy(pom, folder.resolve("%s-%s.pom".formatted(artifact, VERSION)));
    return folder;
  }
}

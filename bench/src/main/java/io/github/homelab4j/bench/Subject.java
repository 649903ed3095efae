package io.github.homelab4j.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.example.fleet.Fleet;

/**
 * What is synthesized.
 *
 * @param name how tables call it
 * @param size objects that its components emit; 0 for the reference homelabs, whose size is what it
 *     is
 * @param homelabs classes of its homelabs
 * @param classes the module whose compiled classes they are
 */
public record Subject(String name, int size, List<String> homelabs, String classes) {
  private static final String STACKS = "io.github.homelab4j.stacks.";

  /** The homelabs of this repository, in one run, as `mvn package` writes them. */
  public static Subject reference() {
    return new Subject(
        "reference homelabs",
        0,
        List.of(STACKS + "infraapps.InfraAppsHomelab", STACKS + "k3spi.K3sPiHomelab"),
        "stacks");
  }

  /** A generated fleet. */
  public static Subject fleet(int objects) {
    return new Subject(
        String.format(Locale.ROOT, "%,.0f objects", (double) objects),
        objects,
        List.of(Fleet.class.getName()),
        "bench");
  }

  /** The folder with its compiled classes. */
  Path classes(Path root) {
    return root.resolve(classes).resolve("target/classes");
  }

  /** The sources that `watch` compiles; none where a setting changes without. */
  Optional<Path> sources(Path root) {
    return size == 0
        ? Optional.of(root.resolve(classes).resolve("src/main/java"))
        : Optional.empty();
  }

  /** A name for files. */
  String slug() {
    return name.replaceAll("[^a-z0-9]+", "-");
  }
}

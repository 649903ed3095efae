package io.github.homelab4j.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.example.fleet.ChangedHome;
import org.example.fleet.Fleet;

/**
 * What is synthesized.
 *
 * @param name how tables call it
 * @param size objects that its components emit; 0 for the reference homelabs, whose size is what it
 *     is
 * @param homelabs classes of its homelabs
 * @param changing the same, whose one setting follows the system property {@link Fleet#REVISION}
 * @param classes the module whose compiled classes they are
 */
public record Subject(
    String name, int size, List<String> homelabs, List<String> changing, String classes) {
  private static final String STACKS = "io.github.homelab4j.stacks.";

  /** The homelabs of this repository, in one run, as `mvn package` writes them. */
  public static Subject reference() {
    var second = STACKS + "k3spi.K3sPiHomelab";
    return new Subject(
        "reference homelabs",
        0,
        List.of(STACKS + "infraapps.InfraAppsHomelab", second),
        List.of(ChangedHome.class.getName(), second),
        "stacks");
  }

  /** A generated fleet. */
  public static Subject fleet(int objects) {
    var fleet = List.of(Fleet.class.getName());
    return new Subject(
        String.format(Locale.ROOT, "%,.0f objects", (double) objects),
        objects,
        fleet,
        fleet,
        "bench");
  }

  /** The folder with its compiled classes. */
  Path classes(Path root) {
    return root.resolve(classes).resolve("target/classes");
  }

  /** A name for files. */
  String slug() {
    return name.replaceAll("[^a-z0-9]+", "-");
  }
}

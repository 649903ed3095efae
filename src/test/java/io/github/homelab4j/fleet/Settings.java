package io.github.homelab4j.fleet;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.homelab4j.validate.Kubeconform;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the build tells the tests of the fleet, as {@code -D} settings of Maven. */
public final class Settings {
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private Settings() {}

  /**
   * The folder that holds one folder a chart, each with the chart's {@code values.yaml}; without it
   * the test is skipped.
   */
  static Path chartValues() {
    return required(
        "homelab4j.chartValues",
        "mvn verify -Dhomelab4j.chartValues=<folder with a folder per chart: helm pull --untar>");
  }

  /**
   * The folder that holds whole charts, each with its templates; without it the test is skipped.
   */
  static Path charts() {
    return required(
        "homelab4j.charts",
        "mvn verify -Dhomelab4j.charts=<folder with a folder per chart: helm pull --untar>");
  }

  /** The Helm program. */
  static String helm() {
    return text("homelab4j.helm").orElse("helm");
  }

  /** The folder with the catalogues of facts; without it what compares with them is left out. */
  public static Optional<Path> catalogue() {
    return text("homelab4j.catalogue").map(Path::of);
  }

  /** The root of the project. */
  public static Path sources() {
    return Path.of(text("homelab4j.sources").orElse("..")).normalize();
  }

  /** The folder of all clusters as they were written. */
  public static Path clusters() {
    return Path.of(text("homelab4j.clusters").orElse("../clusters")).normalize();
  }

  /** The folder of the Maven that runs the build; none when tests are run by something else. */
  public static Optional<Path> maven() {
    return text("homelab4j.maven").map(Path::of);
  }

  /** The local repository of the Maven that runs the build. */
  public static Path localRepository() {
    return Path.of(text("homelab4j.localRepository").orElseThrow());
  }

  /** The home of another Java than the one that runs; without it the test is skipped. */
  static Path otherJava() {
    return required(
        "homelab4j.otherJava", "mvn verify -Dhomelab4j.otherJava=<home of another JDK>");
  }

  /** kubeconform; downloads are kept for the next cluster, and the next build. */
  public static Kubeconform kubeconform() {
    return new Kubeconform(
        text("kubeconform.path").orElse("kubeconform"),
        text("kubeconform.schemaLocations")
            .map(all -> Arrays.asList(all.split(",")))
            .orElse(Kubeconform.PUBLIC_SCHEMAS),
        Path.of("target", "schemas"));
  }

  /** Whether a missing kubeconform is a failure. */
  static boolean kubeconformRequired() {
    return text("kubeconform.required").map(Boolean::parseBoolean).orElse(false);
  }

  /** Whether a missing program that judges files of machines is a failure. */
  public static boolean hostsRequired() {
    return text("hosts.required").map(Boolean::parseBoolean).orElse(false);
  }

  /**
   * Skips the test unless the condition holds, and says so where a person sees it: runners keep the
   * reason of a skipped test to themselves.
   */
  public static void assume(boolean condition, String reason) {
    if (!condition && TOLD.add(reason)) {
      System.out.println("SKIPPED: " + reason);
    }
    assumeThat(condition).as(reason).isTrue();
  }

  private static Path required(String name, String cure) {
    var setting = text(name);
    assume(setting.isPresent(), "%s is not set: run %s".formatted(name, cure));
    return Path.of(setting.orElseThrow());
  }

  // A setting that Maven has no value for arrives empty.
  private static Optional<String> text(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .filter(text -> !text.isBlank() && !text.startsWith("${"));
  }
}

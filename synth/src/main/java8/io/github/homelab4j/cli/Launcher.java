package io.github.homelab4j.cli;

/**
 * Starts the command line where Java is new enough. Compiled for Java 8, which can then say so in a
 * sentence instead of an UnsupportedClassVersionError.
 */
public final class Launcher {
  private static final double OLDEST = 17;

  private Launcher() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) throws ReflectiveOperationException {
    String complaint = complaint(System.getProperty("java.specification.version"));
    if (!complaint.isEmpty()) {
      System.err.println(complaint);
      System.exit(2);
    }
    // By name: a reference would load a class that an older Java cannot read.
    Class.forName("io.github.homelab4j.cli.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }

  /** What is wrong with a version of Java, as {@code 1.8} or {@code 17}; empty for nothing. */
  static String complaint(String version) {
    return Double.parseDouble(version) < OLDEST
        ? "homelab4j needs Java 17, and this is Java " + version + ": install 17 or newer"
        : "";
  }
}

package io.github.homelab4j.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Another process that writes to a root: a Java with nothing but the writer, quick to start. */
final class Child implements AutoCloseable {
  /** Takes the root and keeps it until it is killed. */
  static final String HOLD = "hold";

  /** Writes {@link #tree} a and b in turns until it is killed. */
  static final String ALTERNATE = "alternate";

  /** Writes {@link #tree} b once. */
  static final String WRITE = "write";

  /** What it prints when it is at it; something else is why it is not. */
  static final String READY = "ready";

  private static final int FOLDERS = 20;
  private static final int FILES = 10;

  private final Process process;
  private final BufferedReader output;

  private Child(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static Child start(Path root, String what, String... launcher) throws IOException {
    var command = new ArrayList<>(List.of(launcher));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            code(TreeWriter.class) + System.getProperty("path.separator") + code(Child.class),
            Child.class.getName(),
            root.toString(),
            what));
    return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Where the classes of the writer and of these tests are. */
  static Path code(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files of two states, which share some, change some, and each have some of their own. */
  static Map<String, String> tree(String name) {
    var files = new TreeMap<String, String>();
    for (int i = 0; i < FOLDERS; i++) {
      for (int j = 0; j < FILES; j++) {
        var cluster = i % 2 == 0 ? "one" : "two";
        var own = j < 2 ? name + "-" : "";
        files.put(
            "%s/apps/%s%s/%s.yaml".formatted(cluster, j == 0 ? own : "", i, own + j),
            "%s of %s\n".formatted(j, j < 6 ? name : "both").repeat(20));
      }
    }
    files.put("README.md", "# %s\n".formatted(name));
    return files;
  }

  /** A line that it prints; null at its end. */
  String line() throws IOException {
    return output.readLine();
  }

  long pid() {
    return process.pid();
  }

  /** With SIGKILL, where there are signals. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int exit() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    kill();
    output.close();
  }

  /** Runs in the other process. */
  public static void main(String[] args) throws InterruptedException {
    var root = Path.of(args[0]);
    try {
      switch (args[1]) {
        case HOLD -> hold(root);
        case ALTERNATE -> alternate(root);
        default -> Folders.write(root, tree("b"));
      }
    } catch (WriteException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void hold(Path root) throws InterruptedException {
    try (var writer = TreeWriter.open(root)) {
      System.out.println(READY);
      Thread.sleep(60_000);
    }
  }

  private static void alternate(Path root) {
    var one = Folders.output(tree("a"));
    var other = Folders.output(tree("b"));
    System.out.println(READY);
    while (true) {
      Folders.write(root, other, false);
      Folders.write(root, one, false);
    }
  }
}

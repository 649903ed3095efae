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

  /**
   * Writes {@link #tree} b and a in turns until it is killed; it is ready at the change to the disk
   * whose number is given.
   */
  static final String ALTERNATE = "alternate";

  /** Writes {@link #tree} b once. */
  static final String WRITE = "write";

  /** What it prints when it is at it; something else is why it is not. */
  static final String READY = "ready";

  private static final int FOLDERS = 12;
  private static final int FILES = 10;

  private final Process process;
  private final BufferedReader output;

  private Child(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static Child start(Path root, String... what) throws IOException {
    return start(List.of(), root, what);
  }

  /** By a program that starts another, such as one that takes its permissions away first. */
  static Child start(List<String> launcher, Path root, String... what) throws IOException {
    var command = new ArrayList<>(launcher);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-cp",
            code(TreeWriter.class) + System.getProperty("path.separator") + code(Child.class),
            Child.class.getName(),
            root.toString()));
    command.addAll(List.of(what));
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
        // Neither + nor formatted(): a Java that has just started takes long for the first ones.
        var path = new StringBuilder(i % 2 == 0 ? "one/apps/" : "two/apps/");
        path.append(j == 0 ? name : "").append(i).append('/').append(j < 2 ? name : "").append(j);
        files.put(path.toString(), j < 5 ? name : "both");
      }
    }
    files.put("README.md", name);
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
        case ALTERNATE -> alternate(root, Integer.parseInt(args[2]));
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

  private static void alternate(Path root, int announced) {
    var one = Folders.output(tree("a"));
    var other = Folders.output(tree("b"));
    var disk =
        new ObservedDisk() {
          @Override
          void about(Path path) {
            if (changes == announced) {
              System.out.println(READY);
            }
          }
        };
    while (true) {
      Folders.write(root, other, disk);
      Folders.write(root, one, disk);
    }
  }
}

package io.github.homelab4j.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trees in memory and on disk. */
final class Folders {
  private Folders() {}

  /** A run's output from {@code cluster/path} to content; a name without folder is a root file. */
  static Output output(Map<String, String> files) {
    var output = new Output(new TreeMap<>(), new TreeMap<>());
    files.forEach(
        (path, content) -> {
          int slash = path.indexOf('/');
          var folder =
              slash < 0
                  ? output.rootFiles()
                  : output
                      .clusters()
                      .computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>());
          folder.put(path.substring(slash + 1), content);
        });
    return output;
  }

  static Written write(Path root, Map<String, String> files) {
    return TreeWriter.write(root, output(files));
  }

  /** Without waiting for the disk. */
  static void writeQuickly(Path root, Map<String, String> files) {
    write(root, output(files), new ObservedDisk());
  }

  static void write(Path root, Output output, Disk disk) {
    try (var writer = TreeWriter.open(root, disk)) {
      writer.write(output, false);
    }
  }

  static Written write(Path root, Output output, boolean adopt) {
    try (var writer = TreeWriter.open(root)) {
      return writer.write(output, adopt);
    }
  }

  /** All that is below a folder: content of files, target of links, and folders that are empty. */
  static SortedMap<String, String> snapshot(Path root) {
    var found = new TreeMap<String, String>();
    try (var all = Files.walk(root)) {
      for (var path : all.filter(path -> !path.equals(root)).toList()) {
        var name = root.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          found.put(name, "-> " + Files.readSymbolicLink(path));
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          found.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } else if (path.toFile().list().length == 0) {
          found.put(name + "/", "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** The same without the lists of what was written. */
  static SortedMap<String, String> files(Path root) {
    var files = snapshot(root);
    files.keySet().removeIf(path -> Path.of(path).endsWith(Ownership.NAME));
    return files;
  }

  static void put(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a program and gives what it printed. */
  static String run(Path folder, String... command) {
    try {
      var process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var printed = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Arrays.toString(command) + " failed: " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package io.github.homelab4j.bench;

import io.github.homelab4j.bench.Contender.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.example.fleet.Fleet;

/** homelab4j, as its users start it: {@code homelab4j synth}. */
final class Ours {
  /** What all others are compared with. */
  static final String NAME = "homelab4j";

  /** What repeats itself in one process. */
  static final String WARM = NAME + "-warm";

  /** Repetitions of the warm process that are not counted. */
  static final int WARMING = 5;

  private static final String CHANGED = "io/github/homelab4j/stacks/k3spi/K3sPiCluster.java";

  private final BenchOptions options;
  private final Path jar;

  Ours(BenchOptions options) throws IOException {
    this.options = options;
    try (var jars = Files.newDirectoryStream(options.root().resolve("synth/target"), "*-cli.jar")) {
      var found = jars.iterator();
      if (!found.hasNext()) {
        throw new IllegalStateException(
            "synth/target has no …-cli.jar: run mvn package first, or bench/run, which does");
      }
      jar = found.next();
    }
  }

  /** Cold in an empty folder, cold over what it wrote, and warm with a change each time. */
  List<Contender> contenders(String version) {
    return List.of(
        new Contender(
            NAME,
            version,
            "new JVM; builds, resolves, checks, renders, reads back and writes to an empty folder",
            Folder.EMPTY,
            (subject, inputs, out) -> synth(subject, out)),
        new Contender(
            NAME + "-again",
            version,
            "the same over what it wrote before, compared with it; nothing changed",
            Folder.WRITTEN,
            (subject, inputs, out) -> synth(subject, out)),
        new Contender(
            WARM,
            version,
            "watch: a synthesis for each save of one setting, in one JVM over what it wrote; the first "
                + WARMING
                + " do not count",
            Folder.EMPTY,
            (subject, inputs, out) -> warm(subject, out)));
  }

  private Command synth(Subject subject, Path out) {
    var words = new ArrayList<String>();
    words.add(options.root().resolve("synth/homelab4j").toString());
    words.add("synth");
    words.addAll(arguments(subject, out));
    return new Command(
        words,
        options.root(),
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            // What its first run keeps for those after it: an owner has one homelab, not several.
            "XDG_CACHE_HOME",
            out.resolveSibling("cache").toString(),
            "HOMELAB4J_JAVA_OPTIONS",
            options.javaOptions() + " " + String.join(" ", measured(subject, out))),
        Optional.of(heapLog(out)));
  }

  private Command warm(Subject subject, Path out) {
    var words = options.java();
    words.addAll(measured(subject, out));
    words.addAll(List.of("-cp", "%s:%s".formatted(jar, Subject.fleet(0).classes(options.root()))));
    words.add(WarmRuns.class.getName());
    words.add(Integer.toString(WARMING + options.runs()));
    words.addAll(saving(subject, out.resolveSibling(out.getFileName() + "-saved")));
    words.addAll(arguments(subject, out));
    return new Command(words, options.root(), Map.of(), Optional.of(heapLog(out)));
  }

  // Which file is saved, and how watch is told of it.
  private List<String> saving(Subject subject, Path folder) {
    try {
      var sources = subject.sources(options.root());
      Folders.emptied(folder);
      if (sources.isPresent()) {
        Folders.copy(sources.get(), folder);
        return List.of(folder.resolve(CHANGED).toString(), "watch", "--sources", folder.toString());
      }
      var file = Files.writeString(folder.resolve("revision"), "").toString();
      return List.of(file, "watch", "--no-compile", "--resources", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> measured(Subject subject, Path out) {
    var words = new ArrayList<String>();
    words.add("-Xlog:gc:file=" + heapLog(out));
    if (subject.size() > 0) {
      words.add("-D%s=%s".formatted(Fleet.OBJECTS, subject.size()));
    }
    return words;
  }

  private static Path heapLog(Path out) {
    return out.resolveSibling(out.getFileName() + ".gc");
  }

  private List<String> arguments(Subject subject, Path out) {
    var words = new ArrayList<String>();
    for (var homelab : subject.homelabs()) {
      words.add("--homelab");
      words.add(homelab);
    }
    words.add("--classes");
    words.add(subject.classes(options.root()).toString());
    words.add("--out");
    words.add(out.toString());
    words.add("--timings");
    return words;
  }
}

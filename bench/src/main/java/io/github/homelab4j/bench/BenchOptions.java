package io.github.homelab4j.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is measured, how often and how far. */
final class BenchOptions {
  @Option(
      names = "--root",
      paramLabel = "<folder>",
      defaultValue = ".",
      description = "The repository; default: ${DEFAULT-VALUE}.")
  private Path root;

  @Option(
      names = "--sizes",
      paramLabel = "<number>",
      split = ",",
      defaultValue = "100,1000,3000,10000,30000,100000",
      description = "Objects of the generated fleets; default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--no-reference",
      description = "Leave out the reference homelabs of this repository.")
  private boolean noReference;

  @Option(
      names = "--runs",
      paramLabel = "<number>",
      defaultValue = "10",
      description = "Counted runs; default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--contenders",
      paramLabel = "<name>",
      split = ",",
      description = "Who is measured; default: all.")
  private List<String> contenders = List.of();

  @Option(
      names = "--cap",
      paramLabel = "<name>=<objects>",
      split = ",",
      defaultValue = "homelab4j-warm=10000,cdk8s-java=3000",
      description =
          "The largest size of who would take too long; larger ones are skipped, and the table says so. Default: ${DEFAULT-VALUE}.")
  private Map<String, Integer> caps = Map.of();

  @Option(
      names = "--limit",
      paramLabel = "<seconds>",
      defaultValue = "600",
      description =
          "A process that takes longer is ended, and its larger sizes are skipped; default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--java-options",
      paramLabel = "<options>",
      defaultValue = "-Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
      description =
          "Options of every Java process, with blanks between them; default: ${DEFAULT-VALUE}.")
  private String javaOptions;

  @Option(
      names = "--stages",
      paramLabel = "<number>",
      split = ",",
      defaultValue = "0,1000,3000",
      description =
          "Sizes of which JMH measures each stage, 0 for the reference homelabs; default: ${DEFAULT-VALUE}.")
  private List<Integer> stages = List.of();

  @Option(names = "--no-stages", description = "Leave out JMH.")
  private boolean noStages;

  @Option(
      names = "--stage-forks",
      paramLabel = "<number>",
      defaultValue = "1",
      description = "JVMs that JMH starts for each stage; 0 measures in this one.")
  private int stageForks;

  @Option(
      names = "--work",
      paramLabel = "<folder>",
      description =
          "Where everybody writes, in folders that are deleted afterwards; default: bench/target/work.")
  private Optional<Path> work = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "<file>",
      description = "Where all figures go; default: bench/target/bench.json.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--page",
      paramLabel = "<file>",
      description = "A page whose part between its two marks becomes the tables.")
  private Optional<Path> page = Optional.empty();

  Path root() {
    return root.toAbsolutePath().normalize();
  }

  List<Subject> subjects() {
    var subjects = new ArrayList<Subject>();
    if (!noReference) {
      subjects.add(Subject.reference());
    }
    sizes.stream().sorted().map(Subject::fleet).forEach(subjects::add);
    return subjects;
  }

  int runs() {
    return runs;
  }

  boolean wants(String contender) {
    return contenders.isEmpty() || contenders.contains(contender);
  }

  int cap(String contender) {
    return caps.getOrDefault(contender, Integer.MAX_VALUE);
  }

  Duration limit() {
    return Duration.ofSeconds(limit);
  }

  /** Java with its options: that which this runs with. */
  List<String> java() {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream.of(javaOptions.split("\\s+")).filter(word -> !word.isEmpty()).forEach(words::add);
    return words;
  }

  String javaOptions() {
    return javaOptions;
  }

  /** What this runs with; a test runner has it in a jar of its own. */
  String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  List<Integer> stages() {
    return noStages ? List.of() : stages;
  }

  int stageForks() {
    return stageForks;
  }

  Path work() {
    return work.orElse(root().resolve("bench/target/work")).toAbsolutePath();
  }

  Path json() {
    return json.orElse(root().resolve("bench/target/bench.json"));
  }

  Optional<Path> page() {
    return page;
  }
}

package io.github.homelab4j.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench/run}: measures, prints tables and writes all figures as JSON. */
@Command(
    name = "bench/run",
    description = "Measures how fast homelabs are synthesized, beside what else writes manifests.",
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Bench()).execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    var machine = Machine.here(options.root(), System.getenv().getOrDefault("BENCH_COMMAND", ""));
    var contenders = new ArrayList<>(new Ours(options).contenders(machine.commit()));
    contenders.addAll(new Peers(options).contenders());
    var rounds = new Rounds(options, contenders, System.err::println);
    var results = new ArrayList<Result>();
    for (var subject : options.subjects()) {
      results.addAll(rounds.measure(subject, contenders.get(0)));
      // What is known so far survives whatever happens later.
      report(machine, contenders, results, List.of()).write(options.json());
    }
    if (!options.stages().isEmpty()) {
      System.err.println("stages of the engine");
    }
    var report = report(machine, contenders, results, Stages.measure(options));
    report.write(options.json());
    var tables = Page.of(report);
    System.out.println(tables);
    if (options.page().isPresent()) {
      Page.update(options.page().get(), tables);
    }
    return 0;
  }

  private Report report(
      Machine machine,
      List<Contender> contenders,
      List<Result> results,
      List<Stages.Stage> stages) {
    var versions = new LinkedHashMap<String, String>();
    var does = new LinkedHashMap<String, String>();
    for (var contender : contenders) {
      if (options.wants(contender.name())) {
        versions.put(contender.name(), contender.version());
        does.put(contender.name(), contender.does());
      }
    }
    return new Report(
        machine,
        options.javaOptions(),
        options.runs(),
        versions,
        does,
        List.copyOf(results),
        Growth.of(results),
        stages);
  }
}

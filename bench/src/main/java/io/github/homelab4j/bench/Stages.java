package io.github.homelab4j.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Lets JMH measure the engine's stages. */
final class Stages {
  private static final List<String> ORDER =
      List.of("build", "resolve", "check", "render", "write", "rewrite");
  private static final int WARMING = 5;

  private Stages() {}

  /**
   * A stage at a size, in milliseconds.
   *
   * @param stage its name
   * @param size objects of a fleet; 0 for the reference homelabs
   */
  record Stage(String stage, int size, double median, double least, double most) {}

  static List<Stage> measure(BenchOptions options) {
    if (options.stageForks() == 0) {
      // A trial, beside which others may run.
      System.setProperty("jmh.ignoreLock", "true");
    }
    var stages = new ArrayList<Stage>();
    for (var size : options.stages()) {
      try {
        var measured = new ArrayList<Stage>();
        for (var result : new Runner(jmh(options, size).build()).run()) {
          measured.add(stage(result, size));
        }
        measured.sort(java.util.Comparator.comparing(each -> ORDER.indexOf(each.stage())));
        stages.addAll(measured);
      } catch (RunnerException e) {
        throw new IllegalStateException("JMH could not measure the stages: " + e.getMessage(), e);
      }
    }
    return stages;
  }

  private static org.openjdk.jmh.runner.options.ChainedOptionsBuilder jmh(
      BenchOptions options, int size) {
    var java = options.java();
    return new OptionsBuilder()
        .include(StageBenchmark.class.getName())
        .param("objects", Integer.toString(size))
        .forks(options.stageForks())
        .warmupIterations(Math.min(WARMING, options.runs()))
        .measurementIterations(options.runs())
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgs(java.subList(1, java.size()).toArray(String[]::new));
  }

  private static Stage stage(RunResult result, int size) {
    var name = result.getParams().getBenchmark();
    var figures = result.getPrimaryResult().getStatistics();
    return new Stage(
        name.substring(name.lastIndexOf('.') + 1),
        size,
        figures.getPercentile(50),
        figures.getMin(),
        figures.getMax());
  }
}

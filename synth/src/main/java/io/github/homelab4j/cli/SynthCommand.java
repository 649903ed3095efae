package io.github.homelab4j.cli;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.synth.Memory;
import io.github.homelab4j.synth.Timings;
import io.github.homelab4j.write.TreeWriter;
import io.github.homelab4j.write.WriteException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code homelab4j synth}: writes the manifests of homelabs. */
@Command(
    name = "synth",
    description = "Writes the manifests of homelabs.",
    footer = {
      "",
      "Examples:",
      "  homelab4j synth --homelab org.example.Home",
      "  homelab4j synth --homelab org.example.Home infra apps"
    },
    mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "<cluster>",
      arity = "0..*",
      description =
          "Write these clusters only; all are checked. What shows all of them stays as it is.")
  private List<String> clusters = List.of();

  @Mixin private SynthesisOption synthesis;

  @Option(
      names = "--adopt",
      description =
          "Replace files that are in the way although somebody else wrote or edited them, such as after a merge.")
  private boolean adopt;

  @Option(
      names = "--timings",
      description = "Print how long each stage took, and how often jsii was crossed.")
  private boolean timings;

  @Option(
      names = "--jobs",
      paramLabel = "<number>",
      description = "How many files are rendered at a time; default: one a core.")
  private Integer jobs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var start = System.nanoTime();
    var stdout = spec.commandLine().getOut();
    if (jobs != null && jobs < 1) {
      throw new UsageException("--jobs is %s: give at least 1".formatted(jobs));
    }
    // Taken before anything is made: of two runs, the one that began first must not write last.
    try (var writer = TreeWriter.open(synthesis.out())) {
      if (writer.recovered()) {
        stdout.println("Completed the run before, which was interrupted.");
      }
      synthesize(writer, start);
      return 0;
    } catch (SynthesisException | InvalidPropsException | WriteException e) {
      spec.commandLine().getErr().println(e.getMessage());
      if (e instanceof SynthesisException wrong) {
        stdout.println(wrong.summary());
      }
      if (!(e instanceof WriteException failed && failed.isHalfway())) {
        stdout.println("Nothing was written.");
      }
      return Failures.code(e);
    }
  }

  private void synthesize(TreeWriter writer, long start) {
    var stdout = spec.commandLine().getOut();
    var times = new Timings();
    var run =
        new SynthRun(
            synthesis, jobs == null ? Jobs.onAllCores() : Jobs.of(jobs), times, Memory.frugal());
    var done =
        run.publish(writer, times.time("build", () -> synthesis.homelabs()), clusters, adopt);
    done.print(stdout, spec.commandLine().getErr(), Duration.ofNanos(System.nanoTime() - start));
    if (timings) {
      stdout.print(times);
    }
    stdout.flush();
  }
}

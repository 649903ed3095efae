package io.github.homelab4j.cli;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Findings;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Timings;
import io.github.homelab4j.write.Output;
import io.github.homelab4j.write.TreeWriter;
import io.github.homelab4j.write.WriteException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code homelab4j synth}: writes the manifests of homelabs. */
@Command(
    name = "synth",
    description = "Writes the manifests of homelabs.",
    footer = {"", "Example:", "  homelab4j synth --homelab org.example.Home"},
    mixinStandardHelpOptions = true)
final class SynthCommand implements Callable<Integer> {
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var stdout = spec.commandLine().getOut();
    // Taken before anything is made: of two runs, the one that began first must not write last.
    try (var writer = TreeWriter.open(synthesis.out())) {
      if (writer.recovered()) {
        stdout.println("Completed the run before, which was interrupted.");
      }
      synthesize(writer);
      return 0;
    } catch (SynthesisException | InvalidPropsException | WriteException e) {
      spec.commandLine().getErr().println(e.getMessage());
      if (e instanceof SynthesisException wrong) {
        stdout.println(wrong.summary());
      }
      if (!(e instanceof WriteException failed && failed.isHalfway())) {
        stdout.println("Nothing was written.");
      }
      return Failures.FINDINGS;
    }
  }

  private void synthesize(TreeWriter writer) {
    var stdout = spec.commandLine().getOut();
    var times = new Timings();
    var syntheses = synthesis.comparedWithWritten(times);
    var output = new Output(files(syntheses), Synthesis.rootFiles(syntheses));
    var written = times.time("write", () -> writer.write(output, adopt));
    for (var each : syntheses) {
      for (var cluster : each.clusters()) {
        stdout.printf(
            "%s: %s components, %s objects, %s files, %s changed%n",
            cluster.id(),
            cluster.units().size(),
            cluster.objects().count(),
            each.files().get(cluster.id()).size(),
            written.clusters().get(cluster.id()));
      }
    }
    print(syntheses.stream().flatMap(each -> each.verdict().findings().stream()).toList());
    if (timings) {
      stdout.print(times);
    }
    stdout.flush();
  }

  // What stops nothing is said all the same.
  private void print(List<Finding> findings) {
    var lines = Findings.lines(findings);
    if (!lines.isEmpty()) {
      spec.commandLine().getErr().println(lines);
    }
    spec.commandLine().getOut().println(Findings.summary(findings));
  }

  private static SortedMap<String, SortedMap<String, String>> files(List<Synthesis> syntheses) {
    var files = new TreeMap<String, SortedMap<String, String>>();
    for (var each : syntheses) {
      for (var cluster : each.clusters()) {
        if (files.put(cluster.id(), each.files().get(cluster.id())) != null) {
          throw new InvalidPropsException(
              "two homelabs of this run have a cluster %s, and both would write its folder: rename one"
                  .formatted(cluster.id()));
        }
      }
    }
    return files;
  }
}

package io.github.homelab4j.cli;

import io.github.homelab4j.core.Finding;
import io.github.homelab4j.core.Findings;
import io.github.homelab4j.core.Homelab;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.synth.Memory;
import io.github.homelab4j.synth.Synthesis;
import io.github.homelab4j.synth.Timings;
import io.github.homelab4j.write.Output;
import io.github.homelab4j.write.TreeWriter;
import io.github.homelab4j.write.Written;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run from homelabs to written files.
 *
 * @param synthesis where files are
 * @param jobs how many are rendered at a time
 * @param times of its stages
 * @param memory what runs before it kept
 */
record SynthRun(SynthesisOption synthesis, Jobs jobs, Timings times, Memory memory) {
  /**
   * What a run came to.
   *
   * @param syntheses what was made
   * @param selection the clusters that were written
   * @param written how much was changed
   */
  record Done(List<Synthesis> syntheses, Selection selection, Written written) {
    /** Prints a line for each cluster, the time, and what was found. */
    void print(PrintWriter out, PrintWriter err, Duration time) {
      var summary = new SynthSummary();
      for (var each : syntheses) {
        selection.of(each).forEach(cluster -> summary.add(cluster, each, written));
      }
      out.println(summary.text(time));
      printFindings(err);
      out.println(Findings.summary(findings()));
    }

    /** Prints what was found: what stops nothing is said all the same. */
    void printFindings(PrintWriter err) {
      var lines = Findings.lines(findings());
      if (!lines.isEmpty()) {
        err.println(lines);
      }
    }

    /** What stops nothing. */
    List<Finding> findings() {
      return syntheses.stream().flatMap(each -> each.verdict().findings().stream()).toList();
    }
  }

  /**
   * Checks all clusters and writes those that are named, or all.
   *
   * @param clusters their names; none for all
   * @param adopt whether files of others are replaced
   * @throws io.github.homelab4j.core.SynthesisException with everything that is wrong
   * @throws io.github.homelab4j.write.WriteException when nothing can be written
   */
  Done publish(TreeWriter writer, List<Homelab> homelabs, List<String> clusters, boolean adopt) {
    var selection = Selection.of(clusters, homelabs);
    var syntheses = synthesis.comparedWithWritten(homelabs, times, jobs, memory);
    var output =
        new Output(files(syntheses, selection), selection.rootFiles(syntheses, synthesis.out()));
    return new Done(syntheses, selection, times.time("write", () -> writer.write(output, adopt)));
  }

  private static SortedMap<String, SortedMap<String, String>> files(
      List<Synthesis> syntheses, Selection selection) {
    var files = new TreeMap<String, SortedMap<String, String>>();
    for (var each : syntheses) {
      for (var cluster : selection.of(each)) {
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

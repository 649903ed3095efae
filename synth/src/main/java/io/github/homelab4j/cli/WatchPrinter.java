package io.github.homelab4j.cli;

import io.github.homelab4j.core.Findings;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.diff.ClusterDiff;
import io.github.homelab4j.diff.DiffText;
import io.github.homelab4j.synth.Timings;
import io.github.homelab4j.watch.Compilation;
import io.github.homelab4j.write.WriteException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** What is said of each save. */
final class WatchPrinter {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean isColoured;
  private final boolean timings;

  WatchPrinter(CommandLine line, boolean timings) {
    this.out = line.getOut();
    this.err = line.getErr();
    this.isColoured = line.getColorScheme().ansi().enabled();
    this.timings = timings;
  }

  void waiting() {
    out.println("Waiting for saves; Ctrl-C ends it.");
    out.flush();
  }

  /** The first sound run: as {@code synth} says it. */
  void first(Save save, SynthRun.Done done, Timings times) {
    done.print(out, err, save.time());
    end(times);
  }

  /** A sound run and what it changed since the one before. */
  void done(Save save, SynthRun.Done done, List<ClusterDiff> diffs, Timings times) {
    if (!diffs.isEmpty()) {
      var text = DiffText.plain(diffs);
      out.print(isColoured ? Colours.of(text) : text);
    }
    done.printFindings(err);
    var files =
        done.written().clusters().values().stream().mapToInt(Integer::intValue).sum()
            + done.written().rootFiles();
    var objects =
        diffs.stream()
            .flatMap(each -> each.components().stream())
            .mapToInt(each -> each.objects().size())
            .sum();
    var findings = done.findings().isEmpty() ? "" : ", " + Findings.summary(done.findings());
    out.println(
        save.line(
            "%s, %s%s"
                .formatted(count(files, "changed file"), count(objects, "object"), findings)));
    end(times);
  }

  /** A save that does not compile. */
  void broken(Save save, Compilation compilation) {
    compilation.errors().forEach(err::println);
    var errors = count(compilation.errors().size(), "error");
    out.println(save.line(errors + " of the compiler, nothing was written"));
    out.flush();
  }

  /** A save that is not sound. */
  void failed(Save save, Throwable error) {
    if (error instanceof WriteException || error instanceof InvalidPropsException) {
      err.println(error.getMessage());
    } else {
      Failures.say(err, error);
    }
    var what = error instanceof SynthesisException wrong ? wrong.summary() : "it failed";
    boolean halfway = error instanceof WriteException failed && failed.isHalfway();
    out.println(save.line(halfway ? what : what + ", nothing was written"));
    out.flush();
  }

  private void end(Timings times) {
    if (timings) {
      out.print(times);
    }
    out.flush();
  }

  private static String count(int number, String what) {
    return "%s %s%s".formatted(number, what, number == 1 ? "" : "s");
  }
}

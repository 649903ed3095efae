package io.github.homelab4j.cli;

import io.github.homelab4j.core.Cdk8sRuntime;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.SynthesisException;
import io.github.homelab4j.jobs.Jobs;
import io.github.homelab4j.synth.Memory;
import io.github.homelab4j.synth.Timings;
import io.github.homelab4j.watch.Saves;
import io.github.homelab4j.watch.UserClasses;
import io.github.homelab4j.watch.UserCode;
import io.github.homelab4j.write.TreeWriter;
import io.github.homelab4j.write.WriteException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Compiles, synthesizes and writes once, and again for each save. */
final class WatchLoop {
  private final SynthesisOption synthesis;
  private final UserCode code;
  private final WatchPrinter printer;
  private final BooleanSupplier isOver;
  private final Memory memory = Memory.keeping();
  private LastGood last = LastGood.none();

  WatchLoop(
      SynthesisOption synthesis, UserCode code, WatchPrinter printer, BooleanSupplier isOver) {
    this.synthesis = synthesis;
    this.code = code;
    this.printer = printer;
    this.isOver = isOver;
  }

  /** Goes on until there are no more saves. */
  void run(Saves saves) {
    run(Set.of());
    printer.waiting();
    for (var saved = saves.next(); !saved.isEmpty(); saved = saves.next()) {
      run(saved);
    }
  }

  private void run(Set<Path> saved) {
    var save = new Save();
    var compilation = save.compile(() -> code.compile(saved));
    if (!compilation.isSound()) {
      printer.broken(save, compilation);
      return;
    }
    try (var classes = code.load()) {
      synthesize(save, classes);
    } catch (SynthesisException | InvalidPropsException | WriteException e) {
      save.end();
      printer.failed(save, e);
    } catch (RuntimeException | LinkageError e) {
      save.end();
      if (!isOver.getAsBoolean()) {
        printer.failed(save, e);
      }
    }
    forget();
  }

  // Whatever still knows objects or classes of the save has to let go of them here. Without Node.js
  // there is nothing more to do.
  private void forget() {
    try {
      Cdk8sRuntime.forget();
    } catch (RuntimeException e) {
      if (!isOver.getAsBoolean()) {
        throw e;
      }
    }
  }

  // Each save has its own lock: between two of them others may write.
  private void synthesize(Save save, UserClasses classes) {
    Thread.currentThread().setContextClassLoader(classes);
    try (var writer = TreeWriter.open(synthesis.out())) {
      var times = new Timings();
      var run = new SynthRun(synthesis, Jobs.onAllCores(), times, memory);
      var homelabs = times.time("build", () -> synthesis.homelabs(classes));
      var done = run.publish(writer, homelabs, List.of(), false);
      save.end();
      var before = last;
      last = before.then(done);
      if (before.isNone()) {
        printer.first(save, done, times);
      } else {
        printer.done(save, done, times.time("diff", () -> last.since(before, done)), times);
      }
    }
  }
}

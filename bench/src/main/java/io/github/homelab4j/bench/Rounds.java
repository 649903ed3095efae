package io.github.homelab4j.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Measures subjects in rounds: in each round every contender runs once, so that a machine that
 * becomes slower meanwhile does so for all of them. The first round does not count.
 */
final class Rounds {
  private final BenchOptions options;
  private final List<Contender> contenders;
  private final Consumer<String> said;
  private final Set<String> failed = new TreeSet<>();

  Rounds(BenchOptions options, List<Contender> contenders, Consumer<String> said) {
    this.options = options;
    this.contenders = contenders.stream().filter(each -> options.wants(each.name())).toList();
    this.said = said;
  }

  /** The results of a subject, in the order of the contenders. */
  List<Result> measure(Subject subject, Contender first) throws IOException {
    var folder = Folders.emptied(options.work().resolve(subject.slug()));
    try {
      var attempt = new Attempt(subject, folder, options.limit());
      var written = attempt.run(first, folder.resolve("written"));
      if (!written.failure().isEmpty()) {
        return List.of(new Tally(written.failure()).result(subject, 0, first));
      }
      said.accept("%s: exporting".formatted(subject.name()));
      var items = Export.read(folder.resolve("written"));
      Peers.inputs(items, folder);
      int objects = items.size();
      items.clear();
      return rounds(attempt, objects);
    } finally {
      Folders.delete(folder);
    }
  }

  private List<Result> rounds(Attempt attempt, int objects) throws IOException {
    var tallies = new LinkedHashMap<Contender, Tally>();
    for (var contender : contenders) {
      tallies.put(contender, new Tally(skipped(attempt.subject(), contender)));
    }
    for (int round = 0; round <= options.runs(); round++) {
      for (var contender : contenders) {
        // What repeats itself inside needs no rounds.
        boolean once = contender.name().equals(Ours.WARM);
        if (tallies.get(contender).note.isEmpty() && (!once || round == 1)) {
          said.accept(
              "%s: %s, run %s of %s"
                  .formatted(attempt.subject().name(), contender.name(), round, options.runs()));
          run(attempt, contender, round, tallies.get(contender));
        }
      }
    }
    return compared(
        tallies.entrySet().stream()
            .map(each -> each.getValue().result(attempt.subject(), objects, each.getKey()))
            .toList());
  }

  private void run(Attempt attempt, Contender contender, int round, Tally tally)
      throws IOException {
    var out = attempt.out(contender, round);
    var run = attempt.run(contender, out);
    if (!run.failure().isEmpty()) {
      failed.add(contender.name());
      tally.note = run.failure();
      tally.runs.clear();
    } else if (round > 0) {
      tally.runs.add(run);
      tally.size = Folders.size(out);
    }
  }

  private String skipped(Subject subject, Contender contender) {
    if (contender.version().isEmpty()) {
      return "not installed";
    }
    int cap = options.cap(contender.name());
    if (subject.size() > cap) {
      return "not measured above %s objects (--cap)".formatted(cap);
    }
    return failed.contains(contender.name()) ? "not measured: a smaller size failed" : "";
  }

  private static List<Result> compared(List<Result> results) {
    var ours =
        results.stream()
            .filter(each -> each.contender().equals(Ours.NAME) && each.isMeasured())
            .findFirst();
    return ours.isEmpty()
        ? results
        : results.stream()
            .map(each -> each.isMeasured() && !each.isOurs() ? each.comparedWith(ours.get()) : each)
            .toList();
  }

  /** What is known of a contender so far. */
  private static final class Tally {
    private final List<Run> runs = new ArrayList<>();
    private Folders.Size size = new Folders.Size(0, 0);
    // Why it is not measured, or empty.
    private String note;

    Tally(String note) {
      this.note = note;
    }

    Result result(Subject subject, int objects, Contender contender) {
      long fewer = objects - size.files();
      var odd =
          !runs.isEmpty() && fewer > 0
              ? "objects without a file of their own: %s".formatted(fewer)
              : note;
      return new Result(
          subject.name(),
          subject.size(),
          objects,
          contender.name(),
          size.files(),
          size.bytes(),
          List.copyOf(runs),
          0,
          odd);
    }
  }
}

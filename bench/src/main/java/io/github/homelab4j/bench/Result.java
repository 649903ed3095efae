package io.github.homelab4j.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a contender took for a subject.
 *
 * @param subject the subject's name
 * @param size objects that its components emit; 0 for the reference homelabs
 * @param objects all objects that are written, with those that the engine derives
 * @param contender who
 * @param files files that it wrote
 * @param bytes their sizes together
 * @param runs the counted runs
 * @param ratio how many times as long homelab4j took, the median over the rounds: below 1,
 *     homelab4j is faster; 0 where that says nothing
 * @param note why there are no figures, or what is odd about them; or empty
 */
public record Result(
    String subject,
    int size,
    int objects,
    String contender,
    long files,
    long bytes,
    List<Run> runs,
    double ratio,
    String note) {
  /** The seconds that count: of whole processes, or of what a process repeats inside. */
  public List<Double> seconds() {
    var seconds = new ArrayList<Double>();
    for (var run : runs) {
      if (run.told().isEmpty()) {
        seconds.add(run.seconds());
      } else {
        seconds.addAll(
            run.told().subList(Math.min(Ours.WARMING, run.told().size() - 1), run.told().size()));
      }
    }
    return seconds;
  }

  /** The medians under the names that the report has them by; none where nothing was measured. */
  @JsonProperty("medians")
  Map<String, Double> medians() {
    return isMeasured()
        ? Map.of("seconds", medianSeconds(), "peakBytes", medianPeak(), "heapBytes", medianHeap())
        : Map.of();
  }

  /** Whether it is homelab4j itself. */
  boolean isOurs() {
    return contender.startsWith(Ours.NAME);
  }

  /** Whether there are figures. */
  public boolean isMeasured() {
    return !runs.isEmpty();
  }

  /** The median of its seconds. */
  public double medianSeconds() {
    return Statistics.median(seconds());
  }

  /** The median of its peaks of memory. */
  public double medianPeak() {
    return Statistics.median(runs.stream().map(run -> (double) run.peakBytes()).toList());
  }

  /** The median of what its heap held; 0 when it does not say. */
  public double medianHeap() {
    return Statistics.median(runs.stream().map(run -> (double) run.heapBytes()).toList());
  }

  /** The median of each of its stages, by name, in their order. */
  public Map<String, Double> stages() {
    var stages = new LinkedHashMap<String, Double>();
    for (var stage :
        runs.isEmpty() ? List.<String>of() : List.copyOf(runs.get(0).stages().keySet())) {
      stages.put(
          stage,
          Statistics.median(
              runs.stream().map(run -> run.stages().getOrDefault(stage, 0.0)).toList()));
    }
    return stages;
  }

  /** The same with the ratio of another's time to its own, round by round. */
  Result comparedWith(Result ours) {
    var mine = seconds();
    var theirs = ours.seconds();
    if (mine.size() != theirs.size() || mine.isEmpty()) {
      return this;
    }
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < mine.size(); i++) {
      ratios.add(theirs.get(i) / mine.get(i));
    }
    return new Result(
        subject, size, objects, contender, files, bytes, runs, Statistics.median(ratios), note);
  }
}

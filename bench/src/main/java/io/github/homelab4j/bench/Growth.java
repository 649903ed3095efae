package io.github.homelab4j.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a contender grows with the number of objects: 1 is linear.
 *
 * @param contender who
 * @param from the smallest size that counts
 * @param to the largest size
 * @param time the exponent of its time
 * @param memory the exponent of its peak of memory
 * @param lastTime the exponent of its time between the two largest sizes
 */
record Growth(String contender, int from, int to, double time, double memory, double lastTime) {
  /** Below, the start of a process is most of it. */
  static final int SMALLEST = 1000;

  /** The growth of each contender that was measured at two sizes at least. */
  static List<Growth> of(List<Result> results) {
    var sizes = new LinkedHashMap<String, List<Result>>();
    results.stream()
        .filter(result -> result.isMeasured() && result.size() >= SMALLEST)
        .forEach(
            result ->
                sizes.computeIfAbsent(result.contender(), name -> new ArrayList<>()).add(result));
    return sizes.values().stream().filter(each -> each.size() > 1).map(Growth::fit).toList();
  }

  private static Growth fit(List<Result> results) {
    var first = results.get(0);
    var last = results.get(results.size() - 1);
    return new Growth(
        first.contender(),
        first.size(),
        last.size(),
        exponent(results, Result::medianSeconds),
        exponent(results, Result::medianPeak),
        exponent(results.subList(results.size() - 2, results.size()), Result::medianSeconds));
  }

  private static double exponent(List<Result> results, ToDoubleFunction<Result> figure) {
    return Statistics.exponent(
        results.stream()
            .map(
                each ->
                    new Statistics.Point(
                        each.objects(), Math.max(1e-9, figure.applyAsDouble(each))))
            .toList());
  }
}

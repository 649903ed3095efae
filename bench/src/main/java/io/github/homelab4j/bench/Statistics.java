package io.github.homelab4j.bench;

import java.util.List;

/** Figures of several runs. */
public final class Statistics {
  private Statistics() {}

  /**
   * The value in the middle; of an even number of values, the mean of the two in the middle.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static double median(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is no median of no values: measure at least once");
    }
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * How fast a figure grows with a size: the slope of the line through the logarithms of both that
   * has the least squares. 1 is linear, 2 is quadratic, below 1 a constant part dominates.
   *
   * @throws IllegalArgumentException when there are less than two sizes
   */
  public static double exponent(List<Point> points) {
    if (points.stream().mapToDouble(Point::size).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "growth needs two sizes, and there is only %s: measure another size".formatted(points));
    }
    double x = points.stream().mapToDouble(point -> Math.log(point.size())).average().orElseThrow();
    double y =
        points.stream().mapToDouble(point -> Math.log(point.figure())).average().orElseThrow();
    double product = 0;
    double square = 0;
    for (var point : points) {
      double distance = Math.log(point.size()) - x;
      product += distance * (Math.log(point.figure()) - y);
      square += distance * distance;
    }
    return product / square;
  }

  /** A figure at a size; both above 0. */
  public record Point(double size, double figure) {}
}

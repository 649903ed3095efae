package io.github.homelab4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void the_median_of_an_odd_number_is_the_middle_one() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
  }

  @Test
  void the_median_of_an_even_number_lies_between_the_middle_ones() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
  }

  @Test
  void nothing_has_no_median() {
    assertThatIllegalArgumentException().isThrownBy(() -> Statistics.median(List.of()));
  }

  @Test
  void linear_growth_has_exponent_one() {
    assertThat(exponent(size -> 0.002 * size)).isCloseTo(1, within(1e-9));
  }

  @Test
  void quadratic_growth_has_exponent_two() {
    assertThat(exponent(size -> 3e-7 * size * size)).isCloseTo(2, within(1e-9));
  }

  @Test
  void a_constant_part_lowers_the_exponent() {
    assertThat(exponent(size -> 10 + 0.002 * size)).isBetween(0.3, 0.8);
  }

  @Test
  void one_size_does_not_grow() {
    var points = List.of(new Statistics.Point(100, 1), new Statistics.Point(100, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Statistics.exponent(points))
        .withMessageContaining("measure another size");
  }

  private static double exponent(DoubleUnaryOperator figure) {
    return Statistics.exponent(
        DoubleStream.of(1000, 3000, 10_000, 30_000)
            .mapToObj(size -> new Statistics.Point(size, figure.applyAsDouble(size)))
            .toList());
  }
}

package io.github.homelab4j.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ResultTest {
  @Test
  void the_ratio_is_the_median_of_the_rounds() {
    var ours = result("homelab4j", 1000, 1.0, 3.0, 1.0);
    // The machine was slow in the second round, for both of them.
    var compared = result("cdk8s-ts", 1000, 2.0, 6.0, 4.0).comparedWith(ours);
    assertThat(compared.ratio()).isEqualTo(0.5);
    assertThat(compared.medianSeconds()).isEqualTo(4);
  }

  @Test
  void other_numbers_of_rounds_have_no_ratio() {
    var ours = result("homelab4j", 1000, 1.0, 3.0);
    assertThat(result("cdk8s-ts", 1000, 2.0).comparedWith(ours).ratio()).isZero();
  }

  @Test
  void what_repeats_itself_counts_after_it_is_warm() {
    var run = new Run(9, 0, 0, List.of(5.0, 4.0, 3.0, 2.0, 1.0, 0.5, 0.7), Map.of(), "");
    var result = new Result("what", 100, 100, "homelab4j-warm", 1, 1, List.of(run), 0, "");
    assertThat(result.seconds()).containsExactly(0.5, 0.7);
  }

  @Test
  void growth_is_told_of_sizes_where_the_start_does_not_count() {
    var growth =
        Growth.of(
            List.of(
                result("homelab4j", 100, 1.0),
                result("homelab4j", 1000, 2.0),
                result("homelab4j", 3000, 6.0),
                result("homelab4j", 10_000, 60.0),
                result("cue", 1000, 1.0)));
    assertThat(growth).hasSize(1);
    assertThat(growth.get(0).from()).isEqualTo(1000);
    assertThat(growth.get(0).to()).isEqualTo(10_000);
    assertThat(growth.get(0).time()).isBetween(1.3, 1.6);
    assertThat(growth.get(0).lastTime()).isCloseTo(Math.log(10) / Math.log(10 / 3.0), within(1e-9));
  }

  private static Result result(String contender, int size, double... seconds) {
    var runs =
        DoubleStream.of(seconds)
            .mapToObj(each -> new Run(each, 1000L * size, 0, List.of(), Map.of(), ""))
            .toList();
    return new Result("what", size, size, contender, size, size, runs, 0, "");
  }
}

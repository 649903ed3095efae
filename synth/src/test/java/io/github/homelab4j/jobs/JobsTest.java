package io.github.homelab4j.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final List<Supplier<String>> work = new ArrayList<>();

  // Neither of the two ends before the other has begun.
  @Test
  void as_many_run_at_a_time_as_was_said() {
    var meeting = new CyclicBarrier(2);
    for (var name : new String[] {"a", "b"}) {
      work.add(
          () -> {
            try {
              meeting.await(1, TimeUnit.MINUTES);
              return name;
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
    }
    assertThat(Jobs.of(2).run(work)).containsExactly("a", "b");
  }

  @Test
  void of_several_failures_the_first_is_told() {
    for (var name : new String[] {"a", "b", "c"}) {
      work.add(
          () -> {
            throw new IllegalArgumentException(name);
          });
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Jobs.of(3).run(work)).withMessage("a");
  }
}

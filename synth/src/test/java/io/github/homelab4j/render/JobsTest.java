package io.github.homelab4j.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final TreeMap<String, Supplier<String>> work = new TreeMap<>();

  // Neither of the two ends before the other has begun.
  @Test
  void as_many_run_at_a_time_as_was_said() {
    var meeting = new CyclicBarrier(2);
    for (var name : new String[] {"a", "b"}) {
      work.put(
          name,
          () -> {
            try {
              meeting.await(1, TimeUnit.MINUTES);
              return name;
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });
    }
    assertThat(Jobs.of(2).run(work)).containsOnlyKeys("a", "b").containsEntry("b", "b");
  }

  @Test
  void of_several_failures_the_first_by_name_is_told() {
    for (var name : new String[] {"a", "b", "c"}) {
      work.put(
          name,
          () -> {
            throw new IllegalArgumentException(name);
          });
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Jobs.of(3).run(work)).withMessage("a");
  }
}

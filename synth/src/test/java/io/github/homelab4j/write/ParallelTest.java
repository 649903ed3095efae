package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
  private static final int MANY = 1000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 32, 2 * MANY})
  void each_is_done_once_and_all_are_done_at_the_end(int threads) throws IOException {
    var done = new AtomicIntegerArray(MANY);
    Parallel.each(MANY, threads, done::incrementAndGet);
    for (int i = 0; i < MANY; i++) {
      assertThat(done.get(i)).as("task %s", i).isEqualTo(1);
    }
  }

  @Test
  void as_many_are_at_it_at_once_as_there_are_threads() throws IOException {
    var all = new CountDownLatch(4);
    Parallel.each(4, 4, i -> assertThat(meet(all)).as("task %s met the others", i).isTrue());
  }

  @Test
  void nothing_to_do_is_done() throws IOException {
    Parallel.each(
        0,
        4,
        i -> {
          throw new IOException("task " + i);
        });
  }

  @Test
  void of_several_failures_the_first_by_number_is_told_also_when_it_is_the_last_in_time() {
    var all = new CountDownLatch(4);
    var others = new CountDownLatch(3);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                Parallel.each(
                    4,
                    4,
                    i -> {
                      meet(all);
                      if (i == 0) {
                        await(others);
                      }
                      others.countDown();
                      throw new IOException("task " + i);
                    }))
        .withMessage("task 0");
  }

  @Test
  void after_a_failure_what_was_begun_is_waited_for_and_nothing_else_is_begun() {
    var done = new AtomicIntegerArray(MANY);
    var failing = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                Parallel.each(
                    MANY,
                    2,
                    i -> {
                      if (i == 0) {
                        await(failing);
                        pause();
                      } else {
                        failing.countDown();
                        throw new IOException("task " + i);
                      }
                      done.incrementAndGet(i);
                    }))
        .hasMessage("task 1");
    assertThat(done.get(0)).as("what was begun before").isEqualTo(1);
    assertThat(done.get(MANY - 1)).as("the last").isZero();
  }

  @Test
  void an_error_in_another_thread_is_thrown_in_the_one_that_waits() {
    var both = new CountDownLatch(2);
    var me = Thread.currentThread();
    assertThatThrownBy(
            () ->
                Parallel.each(
                    2,
                    2,
                    i -> {
                      meet(both);
                      if (Thread.currentThread() != me) {
                        throw new StackOverflowError("elsewhere");
                      }
                    }))
        .isInstanceOf(StackOverflowError.class)
        .hasMessage("elsewhere");
  }

  @Test
  void who_is_interrupted_still_waits_for_all_and_hears_of_it_afterwards() throws IOException {
    var done = new AtomicIntegerArray(2);
    var both = new CountDownLatch(2);
    var me = Thread.currentThread();
    Parallel.each(
        2,
        2,
        i -> {
          meet(both);
          if (Thread.currentThread() != me) {
            me.interrupt();
            pause();
          }
          done.incrementAndGet(i);
        });
    assertThat(Thread.interrupted()).as("heard of it").isTrue();
    assertThat(done.get(0) + done.get(1)).isEqualTo(2);
  }

  private static boolean meet(CountDownLatch all) {
    all.countDown();
    return await(all);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return latch.getCount() == 0;
    }
  }

  // Long enough for who does not wait to be gone.
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

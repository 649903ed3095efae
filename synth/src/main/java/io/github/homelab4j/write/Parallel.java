package io.github.homelab4j.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many tasks that wait for the disk, more at a time than there are cores; which failure is told
 * does not depend on how many.
 */
final class Parallel {
  /** For what waits for the disk: file systems write down at once what waits at the same time. */
  static final int WAITING = 32;

  /** What is done to one of many, by its number. */
  interface Task {
    void run(int number) throws IOException;
  }

  private final int count;
  private final Task task;
  private final AtomicInteger next = new AtomicInteger();
  private int failed = Integer.MAX_VALUE;
  private Throwable failure;

  private Parallel(int count, Task task) {
    this.count = count;
    this.task = task;
  }

  /**
   * Runs a task for each number below the count, and returns when all have ended. They are begun in
   * order; after one failed no other is begun, and of several that fail the first by number is
   * thrown.
   */
  static void each(int count, int threads, Task task) throws IOException {
    new Parallel(count, task).run(Math.min(count, threads));
  }

  private void run(int threads) throws IOException {
    var others = new ArrayList<Thread>();
    for (int i = 1; i < threads; i++) {
      var thread = new Thread(this::work, "homelab4j-write-" + i);
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
    work();
    join(others);
    if (failure instanceof IOException cause) {
      throw cause;
    }
    if (failure instanceof RuntimeException cause) {
      throw cause;
    }
    if (failure instanceof Error cause) {
      throw cause;
    }
  }

  private void work() {
    int number = next.getAndIncrement();
    while (number < count && !hasFailed()) {
      try {
        task.run(number);
      } catch (IOException | RuntimeException | Error e) {
        fail(number, e);
      }
      number = next.getAndIncrement();
    }
  }

  private synchronized boolean hasFailed() {
    return failure != null;
  }

  private synchronized void fail(int number, Throwable cause) {
    if (number < failed) {
      failed = number;
      failure = cause;
    }
  }

  // Whoever interrupts is heard afterwards: what goes on behind its back, a run cannot take back.
  private static void join(Iterable<Thread> threads) {
    boolean interrupted = false;
    for (var thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

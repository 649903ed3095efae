package io.github.homelab4j.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Makes many things at once; what comes out does not depend on how many at a time. */
public final class Jobs {
  private final int threads;

  private Jobs(int threads) {
    this.threads = threads;
  }

  /**
   * As many at a time, on no more threads than the machine has cores.
   *
   * @param threads at least 1
   */
  public static Jobs of(int threads) {
    return new Jobs(Math.max(1, threads));
  }

  /** As many at a time as the machine has cores. */
  public static Jobs onAllCores() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Makes all of them, in their order; when some fail, what the first of them failed with is
   * thrown.
   */
  public <T> List<T> run(List<? extends Supplier<? extends T>> work) {
    var run = new Run<T>(work);
    var helpers = new ArrayList<ForkJoinTask<?>>();
    for (int i = 1; i < Math.min(threads, work.size()); i++) {
      helpers.add(ForkJoinPool.commonPool().submit(run::help));
    }
    run.work();
    helpers.forEach(ForkJoinTask::join);
    return run.results();
  }

  // Each thread takes another one as soon as it is free. They are begun from the end, where callers
  // have what takes longest: begun last, one thread would be left alone with it.
  private static final class Run<T> {
    private final List<? extends Supplier<? extends T>> work;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final AtomicInteger left;
    private final Object[] made;
    private final Throwable[] failed;

    Run(List<? extends Supplier<? extends T>> work) {
      this.work = work;
      this.left = new AtomicInteger(work.size());
      this.made = new Object[work.size()];
      this.failed = new Throwable[work.size()];
    }

    // The pool's threads do not have the class loader of a homelab that Maven loaded.
    void help() {
      var thread = Thread.currentThread();
      var before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        work();
      } finally {
        thread.setContextClassLoader(before);
      }
    }

    void work() {
      for (int i = left.decrementAndGet(); i >= 0; i = left.decrementAndGet()) {
        try {
          made[i] = work.get(i).get();
        } catch (RuntimeException | Error e) {
          failed[i] = e;
        }
      }
    }

    @SuppressWarnings("unchecked")
    List<T> results() {
      for (var wrong : failed) {
        if (wrong instanceof RuntimeException cause) {
          throw cause;
        }
        if (wrong instanceof Error cause) {
          throw cause;
        }
      }
      return (List<T>) Arrays.asList(made);
    }
  }
}

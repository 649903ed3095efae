package io.github.homelab4j.render;

import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Makes many things at once; what comes out does not depend on how many at a time. */
public final class Jobs {
  private final int threads;

  private Jobs(int threads) {
    this.threads = threads;
  }

  /**
   * As many at a time.
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

  /** Makes all of them; when some fail, what the first by name failed with is thrown. */
  <T> SortedMap<String, T> run(SortedMap<String, Supplier<T>> work) {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var tasks = new ArrayList<Callable<T>>();
      work.values().forEach(each -> tasks.add(each::get));
      var made = pool.invokeAll(tasks).iterator();
      var results = new TreeMap<String, T>();
      for (var name : work.keySet()) {
        results.put(name, result(made.next()));
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while files were rendered", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> made) throws InterruptedException {
    try {
      return made.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}

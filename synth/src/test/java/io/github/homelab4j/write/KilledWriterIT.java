package io.github.homelab4j.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes two trees in turns is killed at random moments: the next run finds or makes
 * one of the two, whole.
 */
class KilledWriterIT {
  private static final int KILLS = 200;
  private static final int WORKERS = 2;
  private static final Map<String, String> FOREIGN =
      Map.of(
          "one/apps/0/mine.txt", "mine",
          "one/apps/a0/mine.txt", "mine",
          "two/apps/1/mine.txt", "mine",
          "mine.txt", "mine");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private final AtomicInteger completed = new AtomicInteger();
  private final AtomicInteger discarded = new AtomicInteger();
  private final AtomicInteger between = new AtomicInteger();

  @Test
  void after_each_of_many_kills_the_tree_is_the_old_or_the_new_one() throws Exception {
    long seed = Long.getLong("homelab4j.seed", System.nanoTime());
    var workers = Executors.newFixedThreadPool(WORKERS);
    try {
      var all = new ArrayList<Callable<Void>>();
      for (int i = 0; i < WORKERS; i++) {
        int worker = i;
        all.add(() -> kill(folder.resolve("clusters-" + worker), seed + worker));
      }
      for (var done : workers.invokeAll(all)) {
        done.get();
      }
    } catch (Exception e) {
      throw new AssertionError("run again with -Dhomelab4j.seed=" + seed, e);
    } finally {
      workers.shutdownNow();
    }
    System.out.printf(
        "%s kills: %s before and %s while files were put in place, %s between%n",
        KILLS, discarded, completed, between);
    assertThat(completed.get()).as("kills while publishing").isPositive();
    assertThat(discarded.get()).as("kills while staging").isPositive();
  }

  private Void kill(Path root, long seed) throws IOException, InterruptedException {
    var random = new Random(seed);
    var one = Child.tree("a");
    var other = Child.tree("b");
    var trees = List.of(written(root, other), written(root, one));
    var counter = new ObservedDisk();
    Folders.write(root, Folders.output(other), counter);
    FOREIGN.forEach((path, content) -> Folders.put(root.resolve(path), content));
    trees.forEach(tree -> tree.putAll(FOREIGN));
    for (int i = 0; i < KILLS / WORKERS; i++) {
      // Each moment of writing a tree is as likely as any other.
      var moment = String.valueOf(random.nextInt(counter.changes));
      try (var child = Child.start(root, Child.ALTERNATE, moment)) {
        assertThat(child.line()).isEqualTo(Child.READY);
        TimeUnit.MICROSECONDS.sleep(random.nextInt(1000));
        child.kill();
      }
      boolean left = Files.exists(StateFolder.below(root).incoming());
      try (var next = TreeWriter.open(root, new ObservedDisk())) {
        (next.recovered() ? completed : left ? discarded : between).incrementAndGet();
      }
      assertThat(Folders.snapshot(root)).as("kill %s in %s", i, root).isIn(trees);
    }
    return null;
  }

  private static SortedMap<String, String> written(Path root, Map<String, String> files) {
    Folders.writeQuickly(root, files);
    return Folders.snapshot(root);
  }
}

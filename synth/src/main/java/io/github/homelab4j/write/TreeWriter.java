package io.github.homelab4j.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what a run made to the folder that holds one folder a cluster. All of it is published, or
 * nothing: also when the disk is full, or the process is killed, which the next run sees and puts
 * right. {@code files.sha256} in each folder lists what was written: only files that are listed and
 * unedited are replaced or removed, and those that the last commit of Git holds.
 *
 * <p>While one is open no other run writes there.
 */
public final class TreeWriter implements AutoCloseable {
  private final Path root;
  private final boolean made;
  private final RunLock lock;
  private final StateFolder state;
  private final Disk disk;
  private boolean recovered;

  private TreeWriter(Path root, boolean made, RunLock lock, StateFolder state, Disk disk) {
    this.root = root;
    this.made = made;
    this.lock = lock;
    this.state = state;
    this.disk = disk;
  }

  /**
   * Takes the folder for this run, makes it if need be, and completes the run before when that was
   * interrupted while it published.
   *
   * @throws WriteException when another run is at it, or the disk refuses
   */
  public static TreeWriter open(Path root) {
    return open(root, new Disk());
  }

  /**
   * Publishes all files in a run of its own, and adopts none.
   *
   * @throws WriteException as {@link #open} and {@link #write(Output, boolean)} do
   */
  public static Written write(Path root, Output output) {
    try (var writer = open(root)) {
      return writer.write(output, false);
    }
  }

  static TreeWriter open(Path root, Disk disk) {
    try {
      boolean made = !Files.exists(root);
      Files.createDirectories(root);
      var real = root.toRealPath();
      var state = StateFolder.below(real);
      if (Files.isSymbolicLink(state.path())) {
        throw new WriteException(
            "%s is a symbolic link, and nothing is written through one: delete it"
                .formatted(state.path()));
      }
      return new TreeWriter(real, made, RunLock.take(state.lock()), state, disk).prepared();
    } catch (IOException e) {
      throw failure(e, root);
    }
  }

  private TreeWriter prepared() throws IOException {
    boolean prepared = false;
    try {
      // Whatever an interrupted run leaves in there, nobody commits.
      Files.deleteIfExists(state.gitignore());
      disk.write(state.gitignore(), "*\n".getBytes(StandardCharsets.UTF_8));
      recovered = publication().recover();
      prepared = true;
      return this;
    } finally {
      if (!prepared) {
        close();
      }
    }
  }

  /** Whether opening had to complete a run that was interrupted. */
  public boolean recovered() {
    return recovered;
  }

  /**
   * Publishes all files; those that are the same are not touched.
   *
   * @param adopt whether files that others wrote or edited are replaced, too, where they are in the
   *     way
   * @return how much was changed
   * @throws WriteException when files are in the way, when names are not for every file system, or
   *     when the disk refuses; everything is as it was then
   */
  public Written write(Output output, boolean adopt) {
    var problems = PathRules.problems(output);
    if (!problems.isEmpty()) {
      throw new WriteException(String.join("\n", problems));
    }
    try {
      var plan = Planner.plan(new Tree(root), output, adopt);
      publication().publish(plan);
      return plan.written();
    } catch (IOException e) {
      throw failure(e, root);
    } catch (UncheckedIOException e) {
      throw failure(e.getCause(), root);
    }
  }

  private Publication publication() {
    return new Publication(new Tree(root), state, disk);
  }

  private static WriteException failure(IOException cause, Path root) {
    return new WriteException(cause, root, Moves.exists(StateFolder.below(root).journal()));
  }

  /** Lets the next run in. */
  @Override
  public void close() {
    boolean unfinished = state.isUnfinished();
    try {
      try (lock) {
        if (!unfinished) {
          Files.deleteIfExists(state.gitignore());
        }
      }
      if (!unfinished) {
        Files.delete(state.path());
        if (made) {
          Files.delete(root);
        }
      }
    } catch (IOException e) {
      // A folder that others use meanwhile, or that is not empty, stays.
      return;
    }
  }
}

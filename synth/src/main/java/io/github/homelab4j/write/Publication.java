package io.github.homelab4j.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Puts a plan into effect, whole or not at all. New files are written beside the old ones and
 * synced; then the journal says what goes where, and from there on the run is completed, by the
 * next one if need be. Completing is renames only, and what they replace is kept until all are
 * done: when one fails they are all taken back.
 */
final class Publication {
  private final Moves moves;
  private final StateFolder state;
  private final Disk disk;

  Publication(Tree tree, StateFolder state, Disk disk) {
    this.moves = new Moves(tree, state, disk);
    this.state = state;
    this.disk = disk;
  }

  void publish(Plan plan) throws IOException {
    if (plan.steps().isEmpty()) {
      return;
    }
    try {
      stage(plan);
      disk.write(state.draft(), Journal.write(plan.steps()));
      disk.sync(state.draft());
      disk.move(state.draft(), state.journal());
      disk.syncNames(state.path());
    } catch (IOException e) {
      throw takenBack(plan.steps(), e);
    }
    complete(plan.steps(), false);
  }

  /**
   * Completes the run that was interrupted after its journal was whole, and forgets the one that
   * was before.
   *
   * @return whether there was something to complete
   */
  boolean recover() throws IOException {
    boolean interrupted = Moves.exists(state.journal());
    if (interrupted) {
      complete(Journal.read(state.journal()), true);
    }
    clear();
    return interrupted;
  }

  // Written one after the other, for they all go to one folder; then synced at once, which makes
  // the
  // file system write them down together.
  private void stage(Plan plan) throws IOException {
    disk.createFolders(state.incoming());
    disk.createFolders(state.outgoing());
    var staged = new ArrayList<Path>();
    for (var step : plan.steps()) {
      if (!step.removes()) {
        var file = state.incoming(step);
        disk.write(file, plan.contents().get(step.path()).getBytes(StandardCharsets.UTF_8));
        staged.add(file);
      }
    }
    Parallel.each(staged.size(), Parallel.WAITING, i -> disk.sync(staged.get(i)));
    disk.syncNames(state.incoming());
  }

  private void complete(List<Step> steps, boolean lenient) throws IOException {
    try {
      for (var step : steps) {
        if (!moves.apply(step) && !lenient) {
          throw new FileSystemException(step.path(), null, "it was changed during the run");
        }
      }
      moves.sync(steps);
      disk.delete(state.journal());
    } catch (IOException e) {
      throw takenBack(steps, e);
    }
    // Nothing depends on these any more: what stays is cleared by the next run.
    try {
      disk.syncNames(state.path());
      clear();
    } catch (IOException e) {
      return;
    }
  }

  // Before the journal was there, this only clears what was written beside the files.
  private IOException takenBack(List<Step> steps, IOException cause) {
    try {
      if (!Moves.exists(state.journal())) {
        clear();
        return cause;
      }
      var reversed = new ArrayList<>(steps);
      Collections.reverse(reversed);
      for (var step : reversed) {
        moves.undo(step);
      }
      moves.sync(steps);
      disk.delete(state.journal());
      clear();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return cause;
  }

  private void clear() throws IOException {
    for (var leftover : List.of(state.draft(), state.incoming(), state.outgoing())) {
      if (Moves.exists(leftover)) {
        try (var all = Files.walk(leftover)) {
          for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
            disk.delete(path);
          }
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }
    }
  }
}

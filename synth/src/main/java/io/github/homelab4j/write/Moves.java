package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The renames of a publication, each of which can be done again and taken back. */
final class Moves {
  private final Tree tree;
  private final StateFolder state;
  private final Disk disk;
  // What was just made holds what was just put there: nothing stands in the way of the rest.
  private final Set<String> made = new HashSet<>();

  Moves(Tree tree, StateFolder state, Disk disk) {
    this.tree = tree;
    this.state = state;
    this.disk = disk;
  }

  /**
   * Puts a step into effect; it may have been before, wholly or to its middle.
   *
   * @return false when nothing was left to do, or when somebody changed the file meanwhile: then it
   *     stays, and the plan of the next run speaks of it
   */
  boolean apply(Step step) throws IOException {
    var target = tree.resolve(step.path());
    var incoming = state.incoming(step);
    var folder = Tree.parent(step.path());
    var now = made.contains(folder) ? Tree.NOTHING : tree.entry(step.path());
    boolean file = now.kind() == Tree.Kind.FILE;
    boolean asPlanned = file ? now.sha256().equals(step.before()) : now.kind() == Tree.Kind.ABSENT;
    if (!asPlanned || !step.removes() && !exists(incoming)) {
      return false;
    }
    if (file) {
      disk.move(target, state.outgoing(step));
    }
    if (step.removes()) {
      removeEmpty(target.getParent());
    } else {
      if (!tree.isFolder(folder)) {
        disk.createFolders(target.getParent());
        tree.forget();
        made.add(folder);
      }
      disk.move(incoming, target);
    }
    return true;
  }

  /** Takes a step back as far as it had come. */
  void undo(Step step) throws IOException {
    var target = tree.resolve(step.path());
    var incoming = state.incoming(step);
    var outgoing = state.outgoing(step);
    tree.forget();
    if (tree.obstacle(step.path()).isPresent()) {
      return;
    }
    if (!step.removes()
        && !exists(incoming)
        && tree.entry(step.path()).sha256().equals(step.after())) {
      disk.move(target, incoming);
    }
    if (exists(outgoing) && tree.kind(step.path()) == Tree.Kind.ABSENT) {
      disk.createFolders(target.getParent());
      disk.move(outgoing, target);
    }
    removeEmpty(target.getParent());
  }

  // Deleting is what finds out whether a folder is empty.
  private void removeEmpty(Path folder) throws IOException {
    for (var up = folder; !up.equals(tree.root()); up = up.getParent()) {
      try {
        if (exists(up)) {
          tree.forget();
          disk.delete(up);
        }
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  /** Waits until the steps would survive a power cut. */
  void sync(List<Step> steps) throws IOException {
    tree.forget();
    var folders = new TreeSet<>(Set.of(""));
    for (var step : steps) {
      var folder = Tree.parent(step.path());
      while (!folders.contains(folder) && !tree.isFolder(folder)) {
        folder = Tree.parent(folder);
      }
      while (folders.add(folder)) {
        folder = Tree.parent(folder);
      }
    }
    var all = List.copyOf(folders);
    Parallel.each(all.size(), Parallel.WAITING, i -> disk.syncNames(tree.resolve(all.get(i))));
  }

  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}

package io.github.homelab4j.write;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** The renames of a publication, each of which can be done again and taken back. */
record Moves(Tree tree, StateFolder state, Disk disk) {
  /**
   * Puts a step into effect; it may have been before, wholly or to its middle.
   *
   * @return false when nothing was left to do, or when somebody changed the file meanwhile: then it
   *     stays, and the plan of the next run speaks of it
   */
  boolean apply(Step step) throws IOException {
    var target = tree.resolve(step.path());
    var incoming = state.incoming(step.path());
    var now = tree.entry(step.path());
    boolean file = now.kind() == Tree.Kind.FILE;
    boolean asPlanned = file ? now.sha256().equals(step.before()) : now.kind() == Tree.Kind.ABSENT;
    if (!asPlanned || !step.removes() && !exists(incoming)) {
      return false;
    }
    if (file) {
      disk.move(target, state.outgoing(step.path()));
    }
    if (step.removes()) {
      removeEmpty(target.getParent());
    } else {
      disk.createFolders(target.getParent());
      disk.move(incoming, target);
    }
    return true;
  }

  /** Takes a step back as far as it had come. */
  void undo(Step step) throws IOException {
    var target = tree.resolve(step.path());
    var incoming = state.incoming(step.path());
    var outgoing = state.outgoing(step.path());
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
          disk.delete(up);
        }
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  /** Waits until the steps would survive a power cut. */
  void sync(List<Step> steps) throws IOException {
    var folders = new TreeSet<Path>();
    for (var step : steps) {
      var folder = tree.resolve(step.path()).getParent();
      while (!exists(folder)) {
        folder = folder.getParent();
      }
      for (var up = folder; !up.equals(tree.root()); up = up.getParent()) {
        folders.add(up);
      }
    }
    folders.add(tree.root());
    for (var folder : folders) {
      disk.sync(folder);
    }
  }

  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}

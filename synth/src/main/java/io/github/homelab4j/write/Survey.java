package io.github.homelab4j.write;

import io.github.homelab4j.jobs.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Files that a run would write, beside what stands in their place: each is hashed once. */
final class Survey {
  /**
   * One of them.
   *
   * @param path below the folder
   * @param sha256 of the content
   * @param there what stands in its place
   */
  record Found(String path, String content, String sha256, Tree.Entry there) {
    /** Whether nothing is to be done. */
    boolean isSame() {
      return there.sha256().equals(sha256);
    }
  }

  private Survey() {}

  /** In the order of the files, below a folder that ends in a slash or is empty. */
  static List<Found> of(Tree tree, String folder, SortedMap<String, String> files)
      throws IOException {
    var work = new ArrayList<Supplier<Found>>(files.size());
    files.forEach((path, content) -> work.add(() -> unchecked(tree, folder, path, content)));
    try {
      return Jobs.onAllCores().run(work);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Found unchecked(Tree tree, String folder, String path, String content) {
    try {
      return of(tree, folder, path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Found of(Tree tree, String folder, String path, String content) throws IOException {
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    var hash = Sha256.of(bytes);
    return new Found(path, content, hash, tree.entry(folder + path, bytes, hash));
  }
}

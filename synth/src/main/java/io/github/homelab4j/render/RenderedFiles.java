package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Files that were rendered and read back, with what they were rendered of: what is made of the same
 * trees again is the same text. May be asked by several threads.
 */
public final class RenderedFiles {
  private final Map<String, File> files = new ConcurrentHashMap<>();
  private final boolean keeping;

  private RenderedFiles(boolean keeping) {
    this.keeping = keeping;
  }

  /** Keeps what is rendered. */
  public static RenderedFiles keeping() {
    return new RenderedFiles(true);
  }

  /** Keeps nothing. */
  public static RenderedFiles none() {
    return new RenderedFiles(false);
  }

  /** The text of a file, rendered when it was not made of these trees before. */
  String text(String name, String head, List<JsonNode> documents, Supplier<String> render) {
    var before = files.get(name);
    if (before != null && before.isOf(head, documents)) {
      return before.text;
    }
    var text = render.get();
    if (keeping) {
      files.put(name, new File(head, documents, text));
    }
    return text;
  }

  /** Forgets the files of a cluster but these. */
  public void keep(String cluster, Set<String> paths) {
    var folder = "clusters/%s/".formatted(cluster);
    files
        .keySet()
        .removeIf(
            name -> name.startsWith(folder) && !paths.contains(name.substring(folder.length())));
  }

  private record File(String head, List<JsonNode> documents, String text) {
    boolean isOf(String otherHead, List<JsonNode> others) {
      return head.equals(otherHead) && SameTree.same(documents, others);
    }
  }
}

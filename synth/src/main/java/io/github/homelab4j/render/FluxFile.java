package io.github.homelab4j.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.graph.Emitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file that Flux reads, yet to be rendered. */
public final class FluxFile {
  private final String cluster;
  private final String path;
  private final String head;
  private List<?> documents;
  private final boolean copied;

  FluxFile(String cluster, String path, String head, List<?> documents) {
    this(cluster, path, head, documents, false);
  }

  private FluxFile(String cluster, String path, String head, List<?> documents, boolean copied) {
    this.cluster = cluster;
    this.path = path;
    this.head = head;
    this.documents = documents;
    this.copied = copied;
  }

  /** A file of the owner's. */
  static FluxFile copied(String cluster, String path, String content) {
    return new FluxFile(cluster, path, content, List.of(), true);
  }

  /** Whether it is the owner's, as it is. */
  public boolean isCopied() {
    return copied;
  }

  /** Its cluster. */
  public String cluster() {
    return cluster;
  }

  /** Its path below the cluster's folder. */
  public String path() {
    return path;
  }

  /** The objects in it; none of a copied one. */
  public List<Emitted> objects() {
    return documents.stream().map(Emitted::foreign).toList();
  }

  /** Whether it holds one of some objects. */
  public boolean holdsAny(Set<ObjectNode> objects) {
    return documents.stream().anyMatch(objects::contains);
  }

  /** Frees the memory of what stands in it, for good. */
  public void letGo() {
    for (var document : documents) {
      if (document instanceof ObjectNode tree) {
        tree.removeAll();
      }
    }
    documents = List.of();
  }

  /** What stands in it, read back. */
  public String text() {
    return text(ExemptionAnnotations.NONE, RenderedFiles.none());
  }

  /**
   * The same with annotations on its objects; what was rendered of the same objects before is not
   * rendered again.
   */
  public String text(ExemptionAnnotations annotations, RenderedFiles before) {
    if (copied) {
      return head;
    }
    var name = "clusters/" + cluster + "/" + path;
    var trees = new ArrayList<JsonNode>(documents.size());
    for (var document : documents) {
      trees.add(document instanceof ObjectNode tree ? annotations.on(tree) : Json.tree(document));
    }
    return before.text(name, head, trees, () -> Yaml.file(name, head, trees));
  }
}

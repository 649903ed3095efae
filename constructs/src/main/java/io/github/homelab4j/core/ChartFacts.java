package io.github.homelab4j.core;

/**
 * Makes facts that stand in one folder upstream, for constructs with many.
 *
 * @param namespace the namespace of what they are about
 * @param source the folder that they stand in, as {@code owner/repo@tag:path/to/folder/}, or the
 *     file
 */
public record ChartFacts(String namespace, String source) {
  /** A fact of a file in the folder. */
  public ChartFact of(String kind, String name, String file) {
    return ChartFact.of(kind, name, namespace, source + file);
  }

  /** A fact of a file in the folder, about an object of the whole cluster. */
  public ChartFact clusterScoped(String kind, String name, String file) {
    return ChartFact.of(kind, name, "", source + file);
  }
}

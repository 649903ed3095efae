package io.github.homelab4j.write;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a run writes, published as one: all of it or nothing.
 *
 * @param clusters the files of each cluster, by the cluster's name and their path below its folder,
 *     with {@code /} between folders; what an earlier run wrote there and this one does not is
 *     removed
 * @param rootFiles files beside the clusters' folders, by their name; those of an earlier run that
 *     are not among them stay, for another homelab may have written them to the same folder
 */
public record Output(
    SortedMap<String, SortedMap<String, String>> clusters, SortedMap<String, String> rootFiles) {
  /** The files of clusters, and none beside them. */
  public static Output of(SortedMap<String, SortedMap<String, String>> clusters) {
    return new Output(clusters, new TreeMap<>());
  }
}

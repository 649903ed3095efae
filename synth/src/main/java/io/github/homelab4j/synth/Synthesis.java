package io.github.homelab4j.synth;

import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.graph.ClusterModel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A homelab as it would be written.
 *
 * @param clusters what its clusters are made of
 * @param files the files of each cluster, by the cluster's name and their path below its folder
 * @param rootFiles files beside the clusters' folders, by their name: the plan's page, and the lock
 *     of addresses where pools chose any
 * @param verdict what the checks found: warnings, exemptions, and how much was judged
 */
public record Synthesis(
    List<ClusterModel> clusters,
    SortedMap<String, SortedMap<String, String>> files,
    SortedMap<String, String> rootFiles,
    Verdict verdict) {
  /** What a cluster is made of. */
  public ClusterModel cluster(String id) {
    return clusters.stream().filter(cluster -> cluster.id().equals(id)).findFirst().orElseThrow();
  }

  /** The files beside the clusters' folders of several homelabs: their pages follow each other. */
  public static SortedMap<String, String> rootFiles(List<Synthesis> syntheses) {
    var files = new TreeMap<String, String>();
    for (var synthesis : syntheses) {
      synthesis
          .rootFiles()
          .forEach((name, text) -> files.merge(name, text, (one, other) -> one + "\n" + other));
    }
    return files;
  }
}

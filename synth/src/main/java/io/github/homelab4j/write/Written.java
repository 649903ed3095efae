package io.github.homelab4j.write;

import java.util.SortedMap;

/**
 * How many files a run wrote or removed; the lists of files are not counted.
 *
 * @param clusters by the cluster's name; 0 for one that stayed as it was
 * @param rootFiles beside the clusters' folders
 */
public record Written(SortedMap<String, Integer> clusters, int rootFiles) {}

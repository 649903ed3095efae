package io.github.homelab4j.synth;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Files of a cluster that are to be made.
 *
 * @param cluster the cluster's name
 * @param files makes them, by their path below its folder
 */
record Draft(String cluster, Supplier<Map<String, String>> files) {}

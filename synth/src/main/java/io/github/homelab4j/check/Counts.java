package io.github.homelab4j.check;

import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many subjects each rule judged, by cluster. */
final class Counts {
  // Counters are counted up many thousand times, and boxes would be made anew each time.
  private final Map<Rule, Map<String, int[]>> counts = new HashMap<>();

  void add(Rule rule, String cluster, int times) {
    var byCluster = counts.get(rule);
    if (byCluster == null) {
      byCluster = new TreeMap<>();
      counts.put(rule, byCluster);
    }
    var count = byCluster.get(cluster);
    if (count == null) {
      count = new int[1];
      byCluster.put(cluster, count);
    }
    count[0] += times;
  }

  void addAll(Counts others) {
    others.counts.forEach(
        (rule, byCluster) -> byCluster.forEach((cluster, count) -> add(rule, cluster, count[0])));
  }

  Map<Rule, Map<String, Integer>> all() {
    var all = new HashMap<Rule, Map<String, Integer>>();
    counts.forEach(
        (rule, byCluster) -> {
          var numbers = new TreeMap<String, Integer>();
          byCluster.forEach((cluster, count) -> numbers.put(cluster, count[0]));
          all.put(rule, numbers);
        });
    return all;
  }
}

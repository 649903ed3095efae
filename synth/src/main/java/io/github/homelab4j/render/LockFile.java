package io.github.homelab4j.render;

import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code <homelab>.lock.yaml}: the addresses that pools chose, so that each stays when others come
 * and go.
 */
public final class LockFile {
  private LockFile() {}

  /** Its name. */
  public static String name(HomelabPlan plan) {
    return plan.name() + AddressLock.SUFFIX;
  }

  /** Whether anything was chosen. */
  public static boolean isNeeded(HomelabPlan plan) {
    return plan.clusters().stream()
        .flatMap(cluster -> cluster.pools().stream())
        .anyMatch(pool -> !pool.choice().addresses().isEmpty());
  }

  /** Its text; pools and names are in their alphabetical order. */
  public static String of(HomelabPlan plan) {
    var pools = new TreeMap<String, Map<String, String>>();
    for (var cluster : plan.clusters()) {
      for (var pool : cluster.pools()) {
        var chosen = new TreeMap<String, String>();
        pool.choice().addresses().forEach((name, address) -> chosen.put(name, address.text()));
        if (!chosen.isEmpty()) {
          pools.put(pool.name(), chosen);
        }
      }
    }
    return "# Addresses that reserve(name) found free in pools of %s. Commit this file: each keeps its address.\n"
            .formatted(plan.name())
        + (pools.isEmpty() ? "" : Yaml.write(pools));
  }
}

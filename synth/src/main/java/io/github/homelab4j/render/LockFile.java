package io.github.homelab4j.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.plan.AddressLock;
import io.github.homelab4j.plan.HomelabPlan;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code <homelab>.lock.yaml}: the addresses that pools chose, so that each stays when others come
 * and go.
 */
public final class LockFile {
  private static final YAMLMapper YAML = new YAMLMapper();

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

  /**
   * What a file becomes when some pools alone are brought up to date.
   *
   * @param standing its text of now; empty when there is none
   * @param now what {@link #of} says
   * @param some the names of those pools
   */
  public static String merged(String standing, String now, Set<String> some) {
    var pools = new TreeMap<String, JsonNode>();
    for (var pool : read(standing).properties()) {
      if (!some.contains(pool.getKey())) {
        pools.put(pool.getKey(), pool.getValue());
      }
    }
    for (var pool : read(now).properties()) {
      if (some.contains(pool.getKey())) {
        pools.put(pool.getKey(), pool.getValue());
      }
    }
    var head = now.substring(0, now.indexOf('\n') + 1);
    return head + (pools.isEmpty() ? "" : Yaml.write(pools));
  }

  private static JsonNode read(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

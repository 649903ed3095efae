package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A map for few fields behaves as a LinkedHashMap does, whatever is done to it. */
class FieldMapTest {
  @Test
  void it_is_a_linked_hash_map_to_who_uses_it() {
    var random = new Random(1);
    for (int round = 0; round < 300; round++) {
      var map = new FieldMap<Integer>();
      var meant = new LinkedHashMap<String, Integer>();
      for (int step = 0; step < 60; step++) {
        var key = "key" + random.nextInt(20);
        int kind = random.nextInt(20);
        assertThat(changed(map, kind, key, step)).isEqualTo(changed(meant, kind, key, step));
        assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(meant.entrySet()));
        assertThat(map).hasSameSizeAs(meant).isEqualTo(meant);
        assertThat(meant).isEqualTo(map);
        assertThat(map.hashCode()).isEqualTo(meant.hashCode());
      }
    }
  }

  private static Object changed(Map<String, Integer> map, int kind, String key, int value) {
    if (kind == 0) {
      map.clear();
      return null;
    }
    if (kind < 12) {
      return map.put(key, value);
    }
    if (kind < 15) {
      return map.remove(key);
    }
    if (kind == 15) {
      return map.keySet().removeIf(each -> each.endsWith("1"));
    }
    if (kind == 16) {
      map.entrySet().forEach(entry -> entry.setValue(entry.getValue() + value));
      return null;
    }
    return kind == 17 ? map.containsKey(key) : map.get(key);
  }
}

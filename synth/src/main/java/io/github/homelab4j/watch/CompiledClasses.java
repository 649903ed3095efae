package io.github.homelab4j.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Classes in memory: nothing of them is written, so that those that Maven and the IDE compile stay
 * theirs.
 */
final class CompiledClasses {
  private final Map<String, byte[]> bytes = new HashMap<>();
  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Map<String, String> shapes = new HashMap<>();

  /** A class that was compiled from a source. */
  void add(String source, String name, byte[] code) {
    bytes.put(name, code);
    classes.computeIfAbsent(source, key -> new TreeSet<>()).add(name);
  }

  /** What others see of a class of a source. */
  void addShape(String source, String shape) {
    shapes.merge(source, shape, String::concat);
  }

  /** Whether others that were compiled against these classes need not be compiled again. */
  boolean looksAs(CompiledClasses newer) {
    return newer.shapes.entrySet().stream()
        .allMatch(each -> each.getValue().equals(shapes.get(each.getKey())));
  }

  /** These, with those of the sources that were compiled again in place of what they were. */
  CompiledClasses with(CompiledClasses newer) {
    var all = new CompiledClasses();
    all.bytes.putAll(bytes);
    all.classes.putAll(classes);
    all.shapes.putAll(shapes);
    newer.classes.keySet().forEach(source -> all.bytes.keySet().removeAll(of(source)));
    all.bytes.putAll(newer.bytes);
    all.classes.putAll(newer.classes);
    all.shapes.putAll(newer.shapes);
    return all;
  }

  private Set<String> of(String source) {
    return classes.getOrDefault(source, Set.of());
  }

  /** The code of each class, by its binary name. */
  Map<String, byte[]> bytes() {
    return bytes;
  }
}

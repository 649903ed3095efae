package io.github.homelab4j.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Chart values by dotted path, for what the props of a component do not cover: {@code
 * ValuesPatch.of().set("controller.logLevel", "debug")}. A dot inside a key is written {@code \.}.
 */
public final class ValuesPatch {
  private final List<Entry> entries;

  private ValuesPatch(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Nothing. */
  public static ValuesPatch none() {
    return new ValuesPatch(List.of());
  }

  /** The start of a patch. */
  public static ValuesPatch of() {
    return none();
  }

  /** A text. */
  public ValuesPatch set(String path, String value) {
    return with(path, value);
  }

  /** A whole number. */
  public ValuesPatch set(String path, long value) {
    return with(path, value);
  }

  /** A switch. */
  public ValuesPatch set(String path, boolean value) {
    return with(path, value);
  }

  /** A list of texts. */
  public ValuesPatch set(String path, List<String> value) {
    return with(path, List.copyOf(value));
  }

  /** The name of what is referred to; a {@link SecretKeyRef} becomes {@code valuesFrom}. */
  public ValuesPatch set(String path, Ref value) {
    return with(path, value);
  }

  /** The entries in the order they were set. */
  public List<Entry> entries() {
    return entries;
  }

  private ValuesPatch with(String path, Object value) {
    if (!path.matches("[^.\\s]+(\\.[^.\\s]+)*")) {
      throw new InvalidPropsException(
          "'%s' is not a path of values: write keys joined by dots, as controller.replicas"
              .formatted(path));
    }
    var more = new ArrayList<>(entries);
    more.add(new Entry(path, value, Origin.here()));
    return new ValuesPatch(more);
  }

  /**
   * One value.
   *
   * @param path dotted path
   * @param value text, number, switch, list of texts or reference
   * @param origin the line that sets it
   */
  public record Entry(String path, Object value, Origin origin) {
    /** The keys of the path. */
    public List<String> keys() {
      return java.util.Arrays.stream(path.split("(?<!\\\\)\\."))
          .map(key -> key.replace("\\.", "."))
          .toList();
    }
  }
}

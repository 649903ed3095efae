package io.github.homelab4j.write;

/**
 * One file that changes.
 *
 * @param path below the root
 * @param before the hash of what it takes the place of, or {@link #ABSENT}
 * @param after the hash of what it becomes, or {@link #ABSENT}
 * @param name of both while they are not in their place; unique among the steps of a run
 */
record Step(String path, String before, String after, String name) {
  static final String ABSENT = "-";

  /** A step that has no name yet. */
  static Step planned(String path, String before, String after) {
    return new Step(path, before, after, "");
  }

  Step named(String name) {
    return new Step(path, before, after, name);
  }

  boolean removes() {
    return after.equals(ABSENT);
  }
}

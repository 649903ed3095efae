package io.github.homelab4j.write;

/**
 * One file that changes.
 *
 * @param path below the root
 * @param before the hash of what it takes the place of, or {@link #ABSENT}
 * @param after the hash of what it becomes, or {@link #ABSENT}
 */
record Step(String path, String before, String after) {
  static final String ABSENT = "-";

  boolean removes() {
    return after.equals(ABSENT);
  }
}

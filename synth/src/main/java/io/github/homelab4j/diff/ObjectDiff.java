package io.github.homelab4j.diff;

import java.util.List;

/**
 * An object that differs.
 *
 * @param change how
 * @param object as {@code HelmRelease harbor/harbor}
 * @param file its file below the cluster's folder
 * @param fields the fields that differ, of one that is on both sides
 * @param marks dangers, and what Flux would do
 */
public record ObjectDiff(
    Change change, String object, String file, List<Field> fields, List<Mark> marks) {
  /** How an object differs. */
  public enum Change {
    /** It is new. */
    ADDED("+"),
    /** It is gone. */
    REMOVED("-"),
    /** It is another. */
    CHANGED("~");

    private final String sign;

    Change(String sign) {
      this.sign = sign;
    }

    /** The sign in front of it. */
    public String sign() {
      return sign;
    }
  }

  /**
   * A field that differs.
   *
   * @param path where it stands, joined by dots
   * @param before what it was; empty when it is new
   * @param after what it is; empty when it is gone
   */
  public record Field(String path, String before, String after) {}
}

package io.github.homelab4j.rule;

/** What follows when a rule is broken. */
public enum Severity {
  /** Nothing is written. */
  ERROR,
  /** It is written, printed and kept in the inventory. */
  WARNING,
  /** It is written, counted and kept in the inventory. */
  INFO
}

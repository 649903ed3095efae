package io.github.homelab4j.core;

/** Props of what keeps its state in a database. */
public interface HasDatabase {
  /** The database, with the login that owns it. */
  DatabaseRef database();
}

package io.github.homelab4j.database;

import io.github.homelab4j.core.InvalidPropsException;

/**
 * PgBouncers in front of one database.
 *
 * @param name their Deployment and Service
 * @param mode how long a client keeps its connection to the server
 * @param instances PgBouncers; on different nodes, one at a time may be drained
 * @param poolSize connections to the server that each of them opens at most
 * @param maxClients connections that each of them takes at most
 */
public record PostgresPooler(String name, Mode mode, int instances, int poolSize, int maxClients) {
  /** How long a client keeps its connection to the server. */
  public enum Mode {
    /**
     * While it is connected: for clients that use session state (locks, {@code SET}, migrations).
     */
    SESSION("session"),
    /** For one transaction: many clients share few connections. */
    TRANSACTION("transaction");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Checks the numbers. */
  public PostgresPooler {
    if (instances < 1 || poolSize < 1) {
      throw new InvalidPropsException(
          "pooler %s has %s instances with %s connections each: give it at least 1 of both"
              .formatted(name, instances, poolSize));
    }
    if (maxClients < poolSize) {
      throw new InvalidPropsException(
          "pooler %s takes %s clients but opens %s connections, of which some could never be used: raise maxClients or lower poolSize"
              .formatted(name, maxClients, poolSize));
    }
  }

  /**
   * Two PgBouncers in session mode, with 50 connections to the server each: as many as clients that
   * work at the same time.
   */
  public static PostgresPooler session(String name) {
    return new PostgresPooler(name, Mode.SESSION, 2, 50, 500);
  }

  /**
   * Two PgBouncers in transaction mode, with 20 connections to the server each for up to 500
   * clients.
   */
  public static PostgresPooler transaction(String name) {
    return new PostgresPooler(name, Mode.TRANSACTION, 2, 20, 500);
  }

  /** With another number of PgBouncers. */
  public PostgresPooler withInstances(int instances) {
    return new PostgresPooler(name, mode, instances, poolSize, maxClients);
  }

  /** With another number of connections to the server. */
  public PostgresPooler withPoolSize(int poolSize) {
    return new PostgresPooler(name, mode, instances, poolSize, Math.max(maxClients, poolSize));
  }

  /** Connections that all of them open to the server at most. */
  public int connections() {
    return instances * poolSize;
  }
}

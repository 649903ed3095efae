package io.github.homelab4j.database;

import java.time.Instant;
import java.util.Optional;

/**
 * A server that starts from the archive of an earlier one. It says how the first data come in: on a
 * server that is there already it changes nothing.
 *
 * @param serverName the earlier server's name in the archive
 * @param until the moment up to which changes are replayed; without it, all that was archived
 */
public record PostgresRecovery(String serverName, Optional<Instant> until) {
  /** Everything that was archived. */
  public static PostgresRecovery latest(String serverName) {
    return new PostgresRecovery(serverName, Optional.empty());
  }

  /** As it was at a moment. */
  public static PostgresRecovery asOf(String serverName, Instant until) {
    return new PostgresRecovery(serverName, Optional.of(until));
  }
}

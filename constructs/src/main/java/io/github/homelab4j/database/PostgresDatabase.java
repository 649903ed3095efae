package io.github.homelab4j.database;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.StoreItemRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A database of a {@link PostgresCluster}, owned by a login of the same name.
 *
 * @param name the database and its login
 * @param credentials item of the secret store with the properties {@code username}, which is the
 *     database's name, and {@code password}
 * @param extensions extensions of PostgreSQL that the superuser creates in it
 * @param pooler the PgBouncers through which clients connect; without one they connect to the
 *     primary
 * @throws InvalidPropsException when the name is not one that PostgreSQL and Kubernetes both take
 */
public record PostgresDatabase(
    String name,
    StoreItemRef credentials,
    List<String> extensions,
    Optional<PostgresPooler> pooler) {
  private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,38}[a-z0-9])?");
  private static final List<String> RESERVED = List.of("postgres", "template0", "template1", "app");

  /** Checks the name. */
  public PostgresDatabase {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidPropsException(
          "'%s' is not a database name here: use at most 40 lower-case letters, digits and hyphens, a letter first"
              .formatted(name));
    }
    if (RESERVED.contains(name)) {
      throw new InvalidPropsException(
          "database %s is there on every server (%s): take another name"
              .formatted(name, String.join(", ", RESERVED)));
    }
    extensions = List.copyOf(extensions);
  }

  /** A database that clients reach at the primary. */
  public static PostgresDatabase named(String name, StoreItemRef credentials) {
    return new PostgresDatabase(name, credentials, List.of(), Optional.empty());
  }

  /**
   * With extensions, for what its login may not create itself: {@code withExtensions("pg_trgm",
   * "btree_gist")}.
   */
  public PostgresDatabase withExtensions(String... extensions) {
    return new PostgresDatabase(name, credentials, List.of(extensions), pooler);
  }

  /** With PgBouncers in front. */
  public PostgresDatabase behind(PostgresPooler pooler) {
    return new PostgresDatabase(name, credentials, extensions, Optional.of(pooler));
  }
}

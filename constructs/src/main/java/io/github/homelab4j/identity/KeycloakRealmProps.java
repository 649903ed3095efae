package io.github.homelab4j.identity;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import java.util.HashSet;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link KeycloakRealm}. */
@Value.Immutable
public interface KeycloakRealmProps extends ComponentProps {
  /** The servers it is created in. */
  KeycloakInstance keycloak();

  /** Its name, a part of the issuer's URL; never changed later. */
  String realm();

  /** What the login page calls it; the realm's name by default. */
  @Value.Default
  default String title() {
    return realm();
  }

  /**
   * Groups that exist from the start, for applications to give rights to; {@code admins} and {@code
   * developers} by default.
   */
  @Value.Default
  default List<String> groups() {
    return List.of("admins", "developers");
  }

  /** Applications that log people in here. */
  List<OidcClient> clients();

  /**
   * Counts imports; 1 by default. A higher one imports once more, which changes nothing while the
   * realm exists.
   */
  @Value.Default
  default int revision() {
    return 1;
  }

  /** A name that fits into a URL, which is not Keycloak's own; clients each once. */
  @Value.Check
  default void check() {
    if (!realm().matches("[a-z0-9][-a-z0-9]*") || realm().equals("master")) {
      Invalid.setting(
          "'%s' cannot be the name of a realm here: use lower-case letters, digits and hyphens, and not master, which is Keycloak's own"
              .formatted(realm()));
    }
    var seen = new HashSet<String>();
    for (var client : clients()) {
      if (!seen.add(client.id())) {
        Invalid.setting(
            "client '%s' of realm %s is given twice: keep one".formatted(client.id(), realm()));
      }
    }
    if (revision() < 1) {
      Invalid.setting("revision is %s: count from 1".formatted(revision()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link KeycloakRealmProps}. */
  final class Builder extends ImmutableKeycloakRealmProps.Builder {}
}

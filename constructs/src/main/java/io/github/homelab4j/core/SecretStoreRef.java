package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A ClusterSecretStore of External Secrets. Stores of the same name in several clusters read the
 * same vault, so an item can be used in each.
 *
 * @param name its name
 * @param provider who creates it
 */
public record SecretStoreRef(@JsonValue String name, Provider provider) implements Ref {
  /** A store that a component creates. */
  public static SecretStoreRef providedBy(Component component, String name) {
    return new SecretStoreRef(name, Provider.of(component));
  }

  /** An item of the store. */
  public StoreItemRef item(String item) {
    return new StoreItemRef(this, item);
  }

  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String without() {
    return "new and changed secrets do not reach it";
  }

  @Override
  public String describe() {
    return "secret store " + name;
  }
}

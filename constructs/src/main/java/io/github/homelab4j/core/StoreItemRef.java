package io.github.homelab4j.core;

import java.util.List;

/**
 * An item of the secret store: a login, an API credential.
 *
 * @param store the store
 * @param item the item's title in it
 */
public record StoreItemRef(SecretStoreRef store, String item) implements Ref {
  /** One of its properties, as {@code password}. */
  public StoreKeyRef key(String property) {
    return new StoreKeyRef(this, property);
  }

  @Override
  public Provider provider() {
    return store.provider();
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
    return "item %s of %s".formatted(item, store.describe());
  }

  @Override
  public List<Ref> parts() {
    return List.of(store);
  }
}

package io.github.homelab4j.core;

import java.util.List;

/**
 * A property of an item of the secret store.
 *
 * @param item the item
 * @param key the property, as {@code password}
 */
public record StoreKeyRef(StoreItemRef item, String key) implements SecretSource {
  @Override
  public Provider provider() {
    return item.provider();
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
    return "property %s of %s".formatted(key, item.describe());
  }

  @Override
  public List<Ref> parts() {
    return List.of(item);
  }
}

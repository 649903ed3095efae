package io.github.homelab4j.core;

import java.util.List;

/**
 * A bucket of an object store, which exists already.
 *
 * @param store where it is, and the login for it
 * @param name its name
 * @throws InvalidPropsException when no bucket can be called so
 */
public record BucketRef(ObjectStoreRef store, String name) implements Ref {
  /** Checks the name. */
  public BucketRef {
    if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      Invalid.setting(
          "'%s' is not the name of a bucket: use 3 to 63 lower-case letters, digits, dots and hyphens"
              .formatted(name));
    }
  }

  @Override
  public Provider provider() {
    return store.provider();
  }

  @Override
  public Loss loss() {
    return Loss.DEGRADES;
  }

  @Override
  public String without() {
    return store.without();
  }

  @Override
  public String describe() {
    return "bucket %s of %s".formatted(name, store.describe());
  }

  @Override
  public List<Ref> parts() {
    return List.of(store);
  }
}

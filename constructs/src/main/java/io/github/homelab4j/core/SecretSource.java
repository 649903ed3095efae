package io.github.homelab4j.core;

/**
 * Where a secret value comes from: a key of a Secret, or a property of an item in the secret store.
 * A component turns it into a Secret of its own namespace with {@code secret(…)}. No part of this
 * library ever holds the value.
 */
public sealed interface SecretSource extends Ref permits SecretKeyRef, StoreKeyRef {
  /** The key in the Secret, or the property of the item. */
  String key();
}

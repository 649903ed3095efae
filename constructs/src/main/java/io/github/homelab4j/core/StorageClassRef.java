package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A StorageClass.
 *
 * @param name its name in the cluster
 * @param shared whether its volumes can be mounted by several nodes at once (ReadWriteMany)
 * @param provider who creates it
 * @param loss what happens to who has volumes of it when its provider is gone
 */
public record StorageClassRef(@JsonValue String name, boolean shared, Provider provider, Loss loss)
    implements Ref {
  /** A class whose volumes hang when its provider is gone. */
  public StorageClassRef(String name, boolean shared, Provider provider) {
    this(name, shared, provider, Loss.STOPS);
  }

  /** A class whose volumes are mounted by one node at a time. */
  public static StorageClassRef providedBy(Component component, String name) {
    return new StorageClassRef(name, false, Provider.of(component));
  }

  /** A class whose volumes several nodes can mount at once. */
  public static StorageClassRef sharedBy(Component component, String name) {
    return new StorageClassRef(name, true, Provider.of(component));
  }

  /** A class that the distribution brings, as {@code local-path} of K3s. */
  public static StorageClassRef external(String name) {
    return new StorageClassRef(name, false, Provider.external("the cluster"));
  }

  /**
   * The same, where mounted volumes go on without the provider: only new ones are not made, and
   * pods that move do not get theirs.
   */
  public StorageClassRef outlivingItsProvider() {
    return new StorageClassRef(name, shared, provider, Loss.DEGRADES);
  }

  @Override
  public String without() {
    return loss == Loss.STOPS
        ? "its volumes hang"
        : "new volumes are not provisioned and pods that need one do not start, while mounted ones go on";
  }

  @Override
  public String describe() {
    return "storage class " + name;
  }
}

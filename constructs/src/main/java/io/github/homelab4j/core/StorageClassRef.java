package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A StorageClass.
 *
 * @param name its name in the cluster
 * @param shared whether its volumes can be mounted by several nodes at once (ReadWriteMany)
 * @param provider who creates it
 */
public record StorageClassRef(@JsonValue String name, boolean shared, Provider provider)
    implements Ref {
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

  @Override
  public String describe() {
    return "storage class " + name;
  }
}

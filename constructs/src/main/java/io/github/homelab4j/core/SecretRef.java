package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A Secret in a namespace.
 *
 * @param name its name
 * @param namespace its namespace
 * @param provider who creates it
 */
public record SecretRef(@JsonValue String name, String namespace, Provider provider)
    implements Ref {
  /** A Secret that a component, or what it installs, creates in its own namespace. */
  public static SecretRef providedBy(Component component, String name) {
    return new SecretRef(name, component.targetNamespace(), Provider.of(component));
  }

  /**
   * A Secret that the owner brings: a SOPS file of {@code secrets/<cluster>/}, or one made during
   * bootstrap.
   */
  public static SecretRef external(String name, NamespaceRef namespace) {
    return new SecretRef(
        name,
        namespace.name(),
        Provider.external("the owner (secrets/<cluster>/" + name + ".sops.yaml)"));
  }

  /** One of its keys. */
  public SecretKeyRef key(String key) {
    return new SecretKeyRef(this, key);
  }

  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String without() {
    return "new and changed values do not reach it";
  }

  @Override
  public String describe() {
    return "secret %s/%s".formatted(namespace, name);
  }
}

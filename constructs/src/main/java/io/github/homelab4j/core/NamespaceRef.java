package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A namespace, where a component shall run instead of its usual one.
 *
 * @param name its name
 */
public record NamespaceRef(@JsonValue String name) implements Ref {
  /** A namespace by its name; the cluster declares it as soon as a component is in it. */
  public static NamespaceRef of(String name) {
    return new NamespaceRef(name);
  }

  @Override
  public Provider provider() {
    return Provider.external("the cluster");
  }

  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String without() {
    return "it has no place to run";
  }

  @Override
  public String describe() {
    return "namespace " + name;
  }
}

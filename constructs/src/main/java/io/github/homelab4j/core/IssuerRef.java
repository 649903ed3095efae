package io.github.homelab4j.core;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A ClusterIssuer of cert-manager.
 *
 * @param name its name
 * @param provider who creates it
 */
public record IssuerRef(@JsonValue String name, Provider provider) implements Ref {
  /** An issuer that a component creates. */
  public static IssuerRef providedBy(Component component, String name) {
    return new IssuerRef(name, Provider.of(component));
  }

  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String without() {
    return "new certificates are not signed";
  }

  @Override
  public String describe() {
    return "cluster issuer " + name;
  }
}

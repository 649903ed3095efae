package io.github.homelab4j.core;

/**
 * An object whose health decides whether the component is ready, for components that become ready later than what is applied: an operator that
 * creates its definitions at run time.
 *
 * @param apiVersion group and version, as {@code apiextensions.k8s.io/v1}
 * @param kind its kind
 * @param name its name
 * @param namespace its namespace, or empty for what has none
 */
public record HealthCheck(String apiVersion, String kind, String name, String namespace) {
  /** A custom resource definition by its full name, as {@code ciliumnetworkpolicies.cilium.io}. */
  public static HealthCheck definition(String name) {
    return new HealthCheck("apiextensions.k8s.io/v1", "CustomResourceDefinition", name, "");
  }
}

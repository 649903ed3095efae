package io.github.homelab4j.core;

import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import java.util.Optional;

/**
 * An object whose health decides whether the component is ready, for components that become ready
 * later than what is applied: an operator that creates its definitions at run time, a chart whose
 * custom resources take their time.
 *
 * @param apiVersion group and version, as {@code apiextensions.k8s.io/v1}
 * @param kind its kind
 * @param name its name
 * @param namespace its namespace, or empty for what has none
 * @param health how its health is told, when its status has no standard conditions
 */
public record HealthCheck(
    String apiVersion, String kind, String name, String namespace, Optional<Health> health) {
  /** An object whose status has the standard conditions. */
  public HealthCheck(String apiVersion, String kind, String name, String namespace) {
    this(apiVersion, kind, name, namespace, Optional.empty());
  }

  /** A custom resource definition by its full name, as {@code ciliumnetworkpolicies.cilium.io}. */
  public static HealthCheck definition(String name) {
    return new HealthCheck("apiextensions.k8s.io/v1", "CustomResourceDefinition", name, "");
  }

  /** The component's own Helm release, beside what comes alive after it. */
  public static HealthCheck release(HelmComponent component) {
    return new HealthCheck(
        "helm.toolkit.fluxcd.io/v2", "HelmRelease", component.id(), component.targetNamespace());
  }

  /**
   * A custom resource that the component's chart or operator creates; its type says how its health
   * is told.
   */
  public static HealthCheck of(
      Class<? extends CustomResource<?>> type, String name, String namespace) {
    var apiVersion =
        type.getAnnotation(Group.class).value() + "/" + type.getAnnotation(Version.class).value();
    return new HealthCheck(
        apiVersion,
        type.getAnnotation(Kind.class).value(),
        name,
        namespace,
        Optional.ofNullable(type.getAnnotation(Health.class)));
  }
}

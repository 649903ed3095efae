package io.github.homelab4j.graph;

import java.util.Set;

/** Which API groups need an installer. */
public final class ApiGroups {
  private static final Set<String> BUILT_IN =
      Set.of(
          "",
          "apps",
          "batch",
          "policy",
          "autoscaling",
          "networking.k8s.io",
          "rbac.authorization.k8s.io",
          "storage.k8s.io",
          "scheduling.k8s.io",
          "node.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "admissionregistration.k8s.io",
          "certificates.k8s.io",
          "resource.k8s.io");

  private ApiGroups() {}

  /** Whether Kubernetes itself defines the group. */
  public static boolean isPartOfKubernetes(String group) {
    return BUILT_IN.contains(group);
  }

  // Flux's own kinds are there before Flux applies anything.
  static boolean isBuiltIn(String group) {
    return isPartOfKubernetes(group) || group.endsWith(".toolkit.fluxcd.io");
  }
}

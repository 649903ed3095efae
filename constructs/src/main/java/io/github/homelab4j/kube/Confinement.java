package io.github.homelab4j.kube;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;

/**
 * Security contexts that the restricted Pod Security Standard asks for, for charts that do not set
 * them.
 */
public final class Confinement {
  private static final String RUNTIME_DEFAULT = "RuntimeDefault";

  private Confinement() {}

  /** A pod whose user is up to the image, also root. */
  public static PodSecurityContext anyUser() {
    return new PodSecurityContextBuilder()
        .withNewSeccompProfile()
        .withType(RUNTIME_DEFAULT)
        .endSeccompProfile()
        .build();
  }

  /** A pod that runs as the image's own user, which is not root. */
  public static PodSecurityContext pod() {
    return new PodSecurityContextBuilder(anyUser()).withRunAsNonRoot(true).build();
  }

  /** A pod that runs as a user, whose group owns its volumes. */
  public static PodSecurityContext pod(long user) {
    return new PodSecurityContextBuilder(pod())
        .withRunAsUser(user)
        .withRunAsGroup(user)
        .withFsGroup(user)
        .build();
  }

  /** A container without capabilities that writes to its volumes only. */
  public static SecurityContext container() {
    return new SecurityContextBuilder(writingContainer()).withReadOnlyRootFilesystem(true).build();
  }

  /**
   * A container without capabilities that writes to its own file system, which it loses when it
   * stops.
   */
  public static SecurityContext writingContainer() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }
}

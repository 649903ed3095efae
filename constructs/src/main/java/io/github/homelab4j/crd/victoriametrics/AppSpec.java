package io.github.homelab4j.crd.victoriametrics;

import io.github.homelab4j.kube.Compute;
import org.immutables.value.Value;

/** What the specs of all programs that the operator runs have in common. */
public interface AppSpec {
  /** The program's image. */
  AppImage image();

  /** Copies. */
  int replicaCount();

  /** What a copy asks for and may take. */
  Compute resources();

  /**
   * Whether the operator adds requests and limits of its own, a CPU limit among them, where {@link
   * #resources} has none. Off: what is written is what runs.
   */
  @Value.Default
  default boolean useDefaultResources() {
    return false;
  }

  /**
   * Whether pods run as non-root with a read-only root, no capabilities and the runtime's seccomp
   * profile: what Pod Security calls restricted.
   */
  @Value.Default
  default boolean useStrictSecurity() {
    return true;
  }
}

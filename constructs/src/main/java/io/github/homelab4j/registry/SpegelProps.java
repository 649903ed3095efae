package io.github.homelab4j.registry;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link Spegel}. */
@Value.Immutable
public interface SpegelProps extends HelmProps, HasMetrics {
  /**
   * Where Talos keeps containerd's registry configuration. Talos must also be told to keep the
   * layers of images that it has unpacked.
   */
  String TALOS = "/etc/cri/conf.d/hosts";

  /** Where containerd's own documentation puts it. */
  String CONTAINERD = "/etc/containerd/certs.d";

  /**
   * Where containerd looks for its registries on the nodes; {@link #TALOS} on Talos, {@link
   * #CONTAINERD} where containerd is used as it comes.
   */
  String registryConfigPath();

  /**
   * Registries whose images nodes give to each other, as {@code https://ghcr.io}; by default all,
   * private ones included.
   */
  List<String> registries();

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SpegelProps}. */
  final class Builder extends ImmutableSpegelProps.Builder {}
}

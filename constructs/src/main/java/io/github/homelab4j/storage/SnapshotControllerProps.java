package io.github.homelab4j.storage;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link SnapshotController}. */
@Value.Immutable
public interface SnapshotControllerProps extends HelmProps, HasReplicas, HasMetrics {
  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SnapshotControllerProps}. */
  final class Builder extends ImmutableSnapshotControllerProps.Builder {}
}

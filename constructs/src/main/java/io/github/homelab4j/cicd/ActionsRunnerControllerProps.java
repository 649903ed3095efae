package io.github.homelab4j.cicd;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import org.immutables.value.Value;

/** Settings of {@link ActionsRunnerController}. */
@Value.Immutable
public interface ActionsRunnerControllerProps extends HelmProps, HasReplicas, HasMetrics {
  /** Copies, of which one leads; 1, since running jobs do not notice its restart. */
  @Override
  @Value.Default
  default int replicas() {
    return 1;
  }

  /** At least one copy. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ActionsRunnerControllerProps}. */
  final class Builder extends ImmutableActionsRunnerControllerProps.Builder {}
}

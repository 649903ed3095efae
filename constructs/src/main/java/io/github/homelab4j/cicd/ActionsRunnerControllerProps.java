package io.github.homelab4j.cicd;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.InvalidPropsException;
import org.immutables.value.Value;

/** Settings of {@link ActionsRunnerController}. */
@Value.Immutable
public interface ActionsRunnerControllerProps extends HelmProps, HasMetrics {
  /** Copies, of which one leads; 1, since running jobs do not notice its restart. */
  @Value.Default
  default int replicas() {
    return 1;
  }

  /** At least one copy. */
  @Value.Check
  default void check() {
    if (replicas() < 1) {
      throw new InvalidPropsException(
          "replicas is %s: run at least 1, or leave the component out".formatted(replicas()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ActionsRunnerControllerProps}. */
  final class Builder extends ImmutableActionsRunnerControllerProps.Builder {}
}

package io.github.homelab4j.cicd;

import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.unit.Quantity;
import java.net.URI;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link RunnerScaleSet}. */
@Value.Immutable
public interface RunnerScaleSetProps extends HelmProps {
  /** The controller that runs it. */
  OperatorRef controller();

  /**
   * Whose jobs it runs: the address of a repository, an organisation or an enterprise at GitHub.
   */
  URI github();

  /**
   * A GitHub App's credentials, an item with {@code app-id}, {@code installation-id} and {@code
   * private-key} (PEM). Upstream prefers it to a token.
   */
  Optional<StoreItemRef> app();

  /** A personal access token, in place of an App. */
  Optional<StoreKeyRef> token();

  /** How jobs run containers; not at all by default. */
  @Value.Default
  default ContainerMode mode() {
    return ContainerMode.NONE;
  }

  /** Runners that wait for jobs; none, so that an idle cluster is idle. */
  @Value.Default
  default int minRunners() {
    return 0;
  }

  /** Runners at most, and so jobs at once; 5. */
  @Value.Default
  default int maxRunners() {
    return 5;
  }

  /** CPU that a runner asks for; half of one. */
  @Value.Default
  default Quantity cpu() {
    return Quantity.millis(500);
  }

  /** Memory that a runner asks for, and so what is kept free for it; 512 MiB. */
  @Value.Default
  default Quantity memoryRequest() {
    return Quantity.mi(512);
  }

  /** Memory that a runner, and its Docker daemon, may take each; 4 GiB. */
  @Value.Default
  default Quantity memory() {
    return Quantity.gi(4);
  }

  /**
   * The class of the volume that a runner shares with the pods of its job, in the mode {@code
   * KUBERNETES}.
   */
  Optional<StorageClassRef> workStorage();

  /** Room on it; 10 GiB. */
  @Value.Default
  default Quantity workSize() {
    return Quantity.gi(10);
  }

  /** One kind of credentials, a volume where the mode has one, and bounds in order. */
  @Value.Check
  default void check() {
    if (app().isPresent() == token().isPresent()) {
      Invalid.setting(
          "%s: set either app or token"
              .formatted(
                  app().isPresent()
                      ? "both app and token are set"
                      : "neither app nor token is set"));
    }
    if (mode() == ContainerMode.KUBERNETES != workStorage().isPresent()) {
      Invalid.setting(
          "mode is %s and workStorage is %s: the mode KUBERNETES has a volume, the others have none"
              .formatted(mode(), workStorage().map(StorageClassRef::name).orElse("not set")));
    }
    if (minRunners() < 0 || maxRunners() < Math.max(1, minRunners())) {
      Invalid.setting(
          "minRunners is %s and maxRunners is %s: take 0 or more, and a maximum of at least 1 that is not less"
              .formatted(minRunners(), maxRunners()));
    }
  }

  /** How jobs run containers. */
  enum ContainerMode {
    /** Not at all: jobs run in the runner itself. */
    NONE,
    /** By a Docker daemon beside the runner, which is privileged. */
    DIND,
    /** As pods of their own, which share a volume with the runner. */
    KUBERNETES
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link RunnerScaleSetProps}. */
  final class Builder extends ImmutableRunnerScaleSetProps.Builder {}
}

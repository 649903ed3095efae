package io.github.homelab4j.cicd;

import io.github.homelab4j.core.BucketRef;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link GitLabRunner}. */
@Value.Immutable
public interface GitLabRunnerProps extends HelmProps, HasMetrics {
  /** The web service of the GitLab whose jobs it runs. */
  ServiceRef gitlab();

  /**
   * The authentication token ({@code glrt-…}) that GitLab shows when a runner is created under
   * Admin, CI/CD, Runners. Its tags are set there too.
   */
  StoreKeyRef token();

  /**
   * Copies, each of which takes jobs on its own; 1, since waiting jobs only wait while it restarts.
   */
  @Value.Default
  default int replicas() {
    return 1;
  }

  /** Jobs that a copy runs at once; 4, about one per node and one for the queue. */
  @Value.Default
  default int concurrent() {
    return 4;
  }

  /**
   * Whether each job gets a Docker daemon of its own, at {@code tcp://docker:2376} with TLS. Only
   * the daemon is privileged, not the job; still a pod that can take over its node, so the
   * namespace holds nothing else. Off.
   */
  @Value.Default
  default boolean dockerInDocker() {
    return false;
  }

  /** CPU that a job asks for; half of one. */
  @Value.Default
  default Quantity jobCpu() {
    return Quantity.millis(500);
  }

  /** Memory that a job asks for, and so what is kept free for it; 512 MiB. */
  @Value.Default
  default Quantity jobMemoryRequest() {
    return Quantity.mi(512);
  }

  /** Memory that a job, and its Docker daemon, may take each; 4 GiB. */
  @Value.Default
  default Quantity jobMemory() {
    return Quantity.gi(4);
  }

  /**
   * Where caches of jobs go, so that they are there on every node; without it a job starts without
   * one.
   */
  Optional<BucketRef> cache();

  /** At least one of each. */
  @Value.Check
  default void check() {
    if (replicas() < 1 || concurrent() < 1) {
      Invalid.setting(
          "replicas is %s and concurrent is %s: both are at least 1"
              .formatted(replicas(), concurrent()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GitLabRunnerProps}. */
  final class Builder extends ImmutableGitLabRunnerProps.Builder {}
}

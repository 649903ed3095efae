package io.github.homelab4j.apps;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.ImageRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link Application}. */
@Value.Immutable
public interface ApplicationProps extends ComponentProps, HasReplicas {
  /** The image, with an exact tag: {@code ghcr.io/me/notes:1.4.2}, a digest after it if wanted. */
  ImageRef image();

  /**
   * What it reserves, and how much memory it may take: {@code Compute.of(Quantity.millis(50),
   * Quantity.mi(128))}. There is no default, since only its owner knows.
   */
  Compute resources();

  /**
   * What runs it; a Deployment by default, and a CronJob when there is a {@link #schedule}. In a
   * StatefulSet each copy has volumes of its own, which cannot be enlarged later.
   */
  @Value.Default
  default AppKind kind() {
    return schedule().isPresent() ? AppKind.CRON_JOB : AppKind.DEPLOYMENT;
  }

  /** When a CronJob runs, in UTC. */
  Optional<CronSchedule> schedule();

  /** How late a run of a CronJob may start, and how long it may take; an hour by default. */
  @Value.Default
  default Duration deadline() {
    return Duration.ofHours(1);
  }

  /** Copies, spread across nodes; 1 by default, as most programs keep their state to themselves. */
  @Override
  @Value.Default
  default int replicas() {
    return 1;
  }

  /** The program to start in place of the image's own. */
  List<String> command();

  /** Arguments of the program; those of the image by default. */
  List<String> args();

  /** Its environment: texts, secrets, and where other components are. */
  List<AppEnv> env();

  /** Ports that it listens on; the first is the one that is meant when none is named. */
  List<AppPort> ports();

  /**
   * What it writes to and reads from. The rest of its file system is read-only, so a program with
   * temporary files needs {@code AppVolume.scratch("tmp", "/tmp", …)}.
   */
  List<AppVolume> volumes();

  /** The way to it from outside; none by default. */
  Optional<AppRoute> route();

  /** Where its metrics are read; none by default. */
  Optional<AppMetrics> metrics();

  /**
   * What tells whether it may be sent requests; by default that its first port, if it is of TCP,
   * takes connections.
   */
  Optional<AppProbe> readiness();

  /** What tells whether it has to be started again; none by default, as a wrong one does harm. */
  Optional<AppProbe> liveness();

  /** What tells whether it has started; the other two wait for it. None by default. */
  Optional<AppProbe> startup();

  /** The machines that it runs on; all by default. */
  Optional<AppNodes> where();

  /** The number of the user it runs as; by default the image's own, which has to be a number. */
  Optional<Long> user();

  /**
   * Whether it may write to its own file system, which it loses when it stops; off by default. A
   * rule has to be exempted where it is on.
   */
  @Value.Default
  default boolean writableRoot() {
    return false;
  }

  /**
   * Whether a network policy closes it: then its own namespace reaches it, its entry, what reads
   * its metrics, and {@link #callers}. On by default.
   */
  @Value.Default
  default boolean isolated() {
    return true;
  }

  /** Other namespaces whose pods reach its ports. */
  List<AppCaller> callers();

  /** What else it needs to run: databases, caches. They are there before it starts. */
  List<Ref> needs();

  /** What goes together. */
  @Value.Check
  default void check() {
    checkReplicas();
    ApplicationChecks.check(this);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ApplicationProps}. */
  final class Builder extends ImmutableApplicationProps.Builder {}
}

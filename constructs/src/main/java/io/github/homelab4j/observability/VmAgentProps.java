package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import org.immutables.value.Value;

/** Settings of {@link VmAgent}. */
@Value.Immutable
public interface VmAgentProps extends ComponentProps, HasReplicas {
  /** The operator that runs it. */
  OperatorRef operator();

  /** The database, of this cluster or another one of the mesh. */
  ServiceRef remoteWrite();

  /** How often targets are scraped that do not say so themselves; 30 s by default. */
  @Value.Default
  default Duration scrapeInterval() {
    return Duration.ofSeconds(30);
  }

  /**
   * How many bytes of samples each copy keeps on its node while the database does not answer; 1Gi
   * by default: hours of a small cluster.
   */
  @Value.Default
  default Quantity buffer() {
    return Quantity.gi(1);
  }

  /** What a copy asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(100), Quantity.mi(256), Quantity.gi(1));
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

  /** Builds {@link VmAgentProps}. */
  final class Builder extends ImmutableVmAgentProps.Builder {}
}

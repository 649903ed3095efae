package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link VmAlert}. */
@Value.Immutable
public interface VmAlertProps extends ComponentProps, HasReplicas {
  /** The operator that runs it. */
  OperatorRef operator();

  /** The database that rules are evaluated over; it also keeps the state of alerts. */
  ServiceRef datasource();

  /** Who gets the alerts: {@link VmAlertmanager#service()}. By default nobody. */
  Optional<ServiceRef> alertmanager();

  /**
   * How often rules are evaluated that do not say so themselves; 1 minute by default, two scrapes.
   */
  @Value.Default
  default Duration evaluationInterval() {
    return Duration.ofMinutes(1);
  }

  /** Whether this library's own rules are there; on by default. */
  @Value.Default
  default boolean defaultRules() {
    return true;
  }

  /** What a copy asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(50), Quantity.mi(64), Quantity.mi(256));
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

  /** Builds {@link VmAlertProps}. */
  final class Builder extends ImmutableVmAlertProps.Builder {}
}

package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link VmAlertmanager}. */
@Value.Immutable
public interface VmAlertmanagerProps extends ComponentProps, HasReplicas, HasStorage {
  /** The operator that runs it. */
  OperatorRef operator();

  /** Where alerts are sent: {@code new AlertReceiver.Slack(…)}. By default nowhere. */
  Optional<AlertReceiver> receiver();

  /** How long the first alert of a group waits for others to be sent with; 30 s by default. */
  @Value.Default
  default Duration groupWait() {
    return Duration.ofSeconds(30);
  }

  /** How long after a group was sent new alerts of it are sent; 5 minutes by default. */
  @Value.Default
  default Duration groupInterval() {
    return Duration.ofMinutes(5);
  }

  /** How long after it was sent an alert that still holds is sent again; 12 hours by default. */
  @Value.Default
  default Duration repeat() {
    return Duration.ofHours(12);
  }

  /** How long silences and what was sent are remembered; 5 days by default. */
  @Value.Default
  default Duration retention() {
    return Duration.ofDays(5);
  }

  /** The size of each copy's volume; 1Gi by default. */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(1);
  }

  /** What a copy asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(30), Quantity.mi(64), Quantity.mi(256));
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

  /** Builds {@link VmAlertmanagerProps}. */
  final class Builder extends ImmutableVmAlertmanagerProps.Builder {}
}

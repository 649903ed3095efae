package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import org.immutables.value.Value;

/** Settings of {@link VmAlertmanager}. */
@Value.Immutable
public interface VmAlertmanagerProps
    extends ComponentProps, HasReplicas, HasStorage, AlertSettings {
  /** The operator that runs it. */
  OperatorRef operator();

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

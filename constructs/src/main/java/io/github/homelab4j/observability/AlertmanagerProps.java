package io.github.homelab4j.observability;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HasStorage;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link Alertmanager}. */
@Value.Immutable
public interface AlertmanagerProps
    extends ComponentProps, HasReplicas, HasStorage, HasMetrics, AlertSettings {
  /** The operator that runs it: {@link PrometheusOperator#operator()}. */
  OperatorRef operator();

  /**
   * Where people reach it. It has no login, so by default they do not: {@code kubectl
   * port-forward}.
   */
  Optional<Published> published();

  /** Copies, which tell each other what was sent; 1 by default. */
  @Override
  @Value.Default
  default int replicas() {
    return 1;
  }

  /** The size of each copy's volume; 1Gi by default. */
  @Value.Default
  default Quantity size() {
    return Quantity.gi(1);
  }

  /** What a copy asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(20), Quantity.mi(64), Quantity.mi(192));
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

  /** Builds {@link AlertmanagerProps}. */
  final class Builder extends ImmutableAlertmanagerProps.Builder {}
}

package io.github.homelab4j.messaging;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.unit.Quantity;
import org.immutables.value.Value;

/** Settings of {@link KafkaConnect}. */
@Value.Immutable
public interface KafkaConnectProps extends ComponentProps, HasReplicas, HasMetrics {
  /** Strimzi. */
  OperatorRef operator();

  /**
   * A login of the Kafka that it works for, made by {@link KafkaUser#connect} with this component's
   * id.
   */
  KafkaLogin kafka();

  /** CPU that each worker asks for; a tenth of a core by default. */
  @Value.Default
  default Quantity cpu() {
    return Quantity.millis(100);
  }

  /** Memory of each worker; 1Gi by default, half of it Java's heap. */
  @Value.Default
  default Quantity memory() {
    return Quantity.gi(1);
  }

  /** At least one worker. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link KafkaConnectProps}. */
  final class Builder extends ImmutableKafkaConnectProps.Builder {}
}

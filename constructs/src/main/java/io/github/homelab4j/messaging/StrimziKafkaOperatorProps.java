package io.github.homelab4j.messaging;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.NamespaceRef;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link StrimziKafkaOperator}. One of its replicas leads, the others take over. */
@Value.Immutable
public interface StrimziKafkaOperatorProps extends HelmProps, HasReplicas, HasMetrics {
  /**
   * Namespaces that it acts in beside its own; {@code kafka}, where {@link Kafka} runs, by default.
   * It gets rights in no other.
   */
  @Value.Default
  default List<NamespaceRef> watches() {
    return List.of(NamespaceRef.of("kafka"));
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

  /** Builds {@link StrimziKafkaOperatorProps}. */
  final class Builder extends ImmutableStrimziKafkaOperatorProps.Builder {}
}

package io.github.homelab4j.storage;

import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import org.immutables.value.Value;

/**
 * Settings of {@link CephCsiDrivers}; {@code replicas} are those of the controllers, which make and
 * attach volumes.
 */
@Value.Immutable
public interface CephCsiDriversProps extends HelmProps, HasReplicas {
  /** The operator that brings the operator of the drivers: {@code rook.operator()}. */
  OperatorRef operator();

  /** The drivers are in the operator's namespace, whose name is part of theirs. */
  @Value.Check
  default void check() {
    var there = CephNamespaces.of(operator());
    var here = CephNamespaces.of(namespace());
    if (!there.equals(here)) {
      Invalid.setting(
          "the drivers are in namespace %s and %s in %s: put both into one, since Rook names the drivers after its own"
              .formatted(here, operator().describe(), there));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CephCsiDriversProps}. */
  final class Builder extends ImmutableCephCsiDriversProps.Builder {}
}

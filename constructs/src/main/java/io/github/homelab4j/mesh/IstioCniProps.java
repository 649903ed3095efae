package io.github.homelab4j.mesh;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.Quantity;
import org.immutables.value.Value;

/** Settings of {@link IstioCni}. */
@Value.Immutable
public interface IstioCniProps extends HelmProps, HasMetrics {
  /** Istio's definitions: {@link IstioBase#definitions()}. */
  OperatorRef base();

  /** What it asks for and may take on each machine. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(10), Quantity.mi(64), Quantity.mi(192));
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IstioCniProps}. */
  final class Builder extends ImmutableIstioCniProps.Builder {}
}

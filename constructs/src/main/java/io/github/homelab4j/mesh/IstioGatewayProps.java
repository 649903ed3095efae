package io.github.homelab4j.mesh;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.plan.Cidr;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link IstioGateway}. */
@Value.Immutable
public interface IstioGatewayProps extends HelmProps, HasReplicas, HasMetrics {
  /** The control plane that it belongs to: {@link Istiod#mesh()}. */
  OperatorRef mesh();

  /** Its address, taken from the cluster's pool. */
  Reservation address();

  /** What gives its Service that address. */
  OperatorRef loadBalancers();

  /** Networks whose machines may reach its address; none by default: all that reach it. */
  List<Cidr> senders();

  /** What each copy asks for and may take. */
  @Value.Default
  default Compute resources() {
    return Compute.of(Quantity.millis(20), Quantity.mi(96), Quantity.mi(256));
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

  /** Builds {@link IstioGatewayProps}. */
  final class Builder extends ImmutableIstioGatewayProps.Builder {}
}

package io.github.homelab4j.networking;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Port;
import org.immutables.value.Value;

/** Settings of {@link KubeApiService}. */
@Value.Immutable
public interface KubeApiServiceProps extends ComponentProps {
  /**
   * The address of the Kubernetes API, taken from the cluster's pool. The API servers' certificate
   * has to name it as well.
   */
  Reservation address();

  /** What gives the Service its address. */
  OperatorRef loadBalancers();

  /** The port, both of the Service and of the API servers; 6443 by default. */
  @Value.Default
  default Port port() {
    return Port.of(6443);
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link KubeApiServiceProps}. */
  final class Builder extends ImmutableKubeApiServiceProps.Builder {}
}

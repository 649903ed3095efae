package io.github.homelab4j.ingress;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.plan.Reservation;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** Settings of {@link IngressNginx}. */
@Value.Immutable
public interface IngressNginxProps extends HelmProps, HasReplicas, HasMetrics {
  /** Its address, for ports 80 and 443, taken from the cluster's pool. */
  Reservation address();

  /** What gives the Service its address. */
  OperatorRef loadBalancers();

  /** The name of the IngressClass by which Ingresses ask for it; {@code nginx} by default. */
  @Value.Default
  default String ingressClass() {
    return "nginx";
  }

  /**
   * Whether Ingresses that name no class are for it; off by default, so that each says where it is
   * served. One class of a cluster may be.
   */
  @Value.Default
  default boolean defaultClass() {
    return false;
  }

  /** At least one copy, and a class that Kubernetes takes. */
  @Value.Check
  default void check() {
    checkReplicas();
    if (!Pattern.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", ingressClass())) {
      Invalid.setting(
          "ingressClass is '%s', which is no name of a class: use at most 63 lower-case letters, digits and hyphens"
              .formatted(ingressClass()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IngressNginxProps}. */
  final class Builder extends ImmutableIngressNginxProps.Builder {}
}

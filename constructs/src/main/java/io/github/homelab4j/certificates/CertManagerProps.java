package io.github.homelab4j.certificates;

import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HasReplicas;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.plan.Ip;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link CertManager}. */
@Value.Immutable
public interface CertManagerProps extends HelmProps, HasReplicas, HasMetrics {
  /**
   * Resolvers on the internet that cert-manager asks whether a challenge can be seen. Give them
   * when the cluster's own DNS answers for the zone with private addresses, as it then never sees
   * the record that Let's Encrypt looks for; none by default: the cluster's DNS.
   */
  List<Ip> resolvers();

  /** At least one copy. */
  @Value.Check
  default void check() {
    checkReplicas();
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CertManagerProps}. */
  final class Builder extends ImmutableCertManagerProps.Builder {}
}

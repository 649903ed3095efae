package io.github.homelab4j.networking;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.ServiceRef;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link ClusterwidePolicies}. */
@Value.Immutable
public interface ClusterwidePoliciesProps extends ComponentProps {
  /** Cluster DNS, which every pod may ask. */
  ServiceRef dns();

  /** Who may reach every pod, such as the scraper of metrics; nobody by default. */
  List<Peer> trusted();

  /** Trusted are pods, never names of hosts. */
  @Value.Check
  default void check() {
    if (trusted().stream().anyMatch(Peer.Hosts.class::isInstance)) {
      Invalid.setting(
          "trusted names hosts, which Cilium knows for outgoing traffic only: name a namespace or a network");
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ClusterwidePoliciesProps}. */
  final class Builder extends ImmutableClusterwidePoliciesProps.Builder {}
}

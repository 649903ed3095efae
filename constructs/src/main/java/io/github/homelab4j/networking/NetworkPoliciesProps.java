package io.github.homelab4j.networking;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.ServiceRef;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link NetworkPolicies}. */
@Value.Immutable
public interface NetworkPoliciesProps extends ComponentProps {
  /** Who may reach pods of the namespace, beside the namespace itself. */
  List<Allow> incoming();

  /**
   * Cluster DNS, for namespaces whose pods may reach only what {@link #outgoing} lists; without it
   * they may reach everything, which is the default: a forgotten entry stops an application.
   */
  Optional<ServiceRef> restrictedTo();

  /**
   * What pods of the namespace may reach beside the namespace itself and DNS; only with {@link
   * #restrictedTo}.
   */
  List<Allow> outgoing();

  /** A namespace is named, and each rule stands on the side where it means something. */
  @Value.Check
  default void check() {
    if (namespace().isEmpty()) {
      Invalid.setting("network policies have no namespace: name the one they are for");
    }
    if (restrictedTo().isEmpty() && !outgoing().isEmpty()) {
      Invalid.setting(
          "outgoing has %s rules but everything is allowed out: set restrictedTo to the cluster's DNS"
              .formatted(outgoing().size()));
    }
    if (incoming().stream().anyMatch(rule -> rule.peer() instanceof Peer.Hosts)) {
      Invalid.setting(
          "incoming names hosts, which Cilium knows for outgoing traffic only: name their network");
    }
    var own = namespace().orElseThrow().name();
    for (var rule : incoming()) {
      rule.service()
          .filter(service -> !service.namespace().equals(own))
          .ifPresent(
              service -> {
                Invalid.setting(
                    "%s is not in namespace %s: put the rule into the policies of its own namespace"
                        .formatted(service.describe(), own));
              });
    }
    outgoing().stream()
        .flatMap(rule -> rule.service().stream())
        .findFirst()
        .ifPresent(
            service -> {
              Invalid.setting(
                  "outgoing rule is at %s, which is the receiving side: name it as the peer, Peer.service(…), with ports"
                      .formatted(service.describe()));
            });
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NetworkPoliciesProps}. */
  final class Builder extends ImmutableNetworkPoliciesProps.Builder {}
}

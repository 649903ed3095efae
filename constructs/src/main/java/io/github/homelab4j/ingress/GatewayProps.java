package io.github.homelab4j.ingress;

import io.github.homelab4j.core.CertificateRef;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.GatewayClassRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.Reservation;
import io.github.homelab4j.unit.Hostname;
import org.immutables.value.Value;

/** Settings of {@link Gateway}. */
@Value.Immutable
public interface GatewayProps extends ComponentProps {
  /** Who implements it. */
  GatewayClassRef gatewayClass();

  /** The host names it serves, as {@code *.example.org}: routes take one of them. */
  Hostname hostname();

  /** The certificate for these names, in the Gateway's own namespace. */
  CertificateRef certificate();

  /** Its address, taken from the cluster's pool. */
  Reservation address();

  /** The certificate is within reach and valid for what is served. */
  @Value.Check
  default void check() {
    if (!certificate().covers(hostname())) {
      Invalid.setting(
          "%s is valid for %s, not for %s: serve a name that it covers"
              .formatted(certificate().describe(), certificate().hostnames(), hostname()));
    }
    var own = namespace().map(ref -> ref.name()).orElse(Gateway.NAMESPACE);
    if (!certificate().secret().namespace().equals(own)) {
      Invalid.setting(
          "%s is in namespace %s, but the Gateway runs in %s: put one where the other is"
              .formatted(certificate().describe(), certificate().secret().namespace(), own));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GatewayProps}. */
  final class Builder extends ImmutableGatewayProps.Builder {}
}

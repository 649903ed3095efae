package io.github.homelab4j.certificates;

import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link TlsCertificate}. */
@Value.Immutable
public interface TlsCertificateProps extends ComponentProps {
  /** Who signs it. */
  IssuerRef issuer();

  /** The names it is valid for; one may begin with {@code *.}, which covers one label. */
  List<Hostname> hostnames();

  /** At least one name. */
  @Value.Check
  default void check() {
    if (hostnames().isEmpty()) {
      Invalid.setting("hostnames is empty: name what the certificate is for");
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link TlsCertificateProps}. */
  final class Builder extends ImmutableTlsCertificateProps.Builder {}
}

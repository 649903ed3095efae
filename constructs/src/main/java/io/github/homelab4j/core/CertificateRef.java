package io.github.homelab4j.core;

import io.github.homelab4j.unit.Hostname;
import java.util.List;

/**
 * A certificate and the TLS Secret that holds it.
 *
 * @param secret the Secret of type {@code kubernetes.io/tls}
 * @param hostnames the DNS names it is valid for
 */
public record CertificateRef(SecretRef secret, List<Hostname> hostnames) implements Ref {
  /** Whether it is valid for the host name. */
  public boolean covers(Hostname hostname) {
    return hostnames.stream().anyMatch(name -> name.equals(hostname) || name.covers(hostname));
  }

  @Override
  public Provider provider() {
    return secret.provider();
  }

  @Override
  public Loss loss() {
    return Loss.STALLS;
  }

  @Override
  public String without() {
    return "its certificate is not renewed";
  }

  @Override
  public String describe() {
    return "certificate %s".formatted(secret.name());
  }
}

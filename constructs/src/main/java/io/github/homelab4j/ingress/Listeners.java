package io.github.homelab4j.ingress;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ListenerBuilder;
import io.github.homelab4j.core.CertificateRef;
import io.github.homelab4j.unit.Hostname;

/** The listeners of {@link Gateway}. */
final class Listeners {
  private Listeners() {}

  // Only the redirect may attach to plain HTTP: a route of an application there would answer
  // without encryption.
  static Listener http(String name, Hostname hostname) {
    return listener(name, "HTTP", 80, hostname, "Same").build();
  }

  static Listener https(String name, Hostname hostname, CertificateRef certificate) {
    return listener(name, "HTTPS", 443, hostname, "All")
        .withNewTls()
        .withMode("Terminate")
        .addNewCertificateRef()
        .withName(certificate.secret().name())
        .endCertificateRef()
        .endTls()
        .build();
  }

  private static ListenerBuilder listener(
      String name, String protocol, int port, Hostname hostname, String namespaces) {
    return new ListenerBuilder()
        .withName(name)
        .withProtocol(protocol)
        .withPort(port)
        .withHostname(hostname.name())
        .withNewAllowedRoutes()
        .withNewNamespaces()
        .withFrom(namespaces)
        .endNamespaces()
        .endAllowedRoutes();
  }
}

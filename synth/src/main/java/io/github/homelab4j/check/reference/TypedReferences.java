package io.github.homelab4j.check.reference;

import io.github.homelab4j.core.CertificateRef;
import io.github.homelab4j.core.GatewayClassRef;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;

/**
 * What typed references promise: a component that hands one out must emit it, or say by a fact that
 * its chart creates it. References that are made of others are looked at by their parts.
 */
final class TypedReferences {
  private TypedReferences() {}

  /** Takes what the reference stands for. */
  static void find(String at, Ref ref, Needs out) {
    if (ref instanceof ServiceRef service) {
      var port = service.portName().isEmpty() ? service.port().toString() : service.portName();
      out.add(at, "Service", service.namespace(), service.name(), port);
    } else if (ref instanceof SecretKeyRef key) {
      out.add(at, "Secret", key.secret().namespace(), key.secret().name(), key.key());
    } else if (ref instanceof SecretRef secret) {
      out.add(at, "Secret", secret.namespace(), secret.name());
    } else if (ref instanceof CertificateRef certificate) {
      find(at, certificate.secret(), out);
    } else if (ref instanceof ListenerRef listener) {
      out.add(at, "Gateway", listener.namespace(), listener.gateway(), listener.section());
    } else if (ref instanceof IngressRef ingress) {
      out.add(at, "IngressClass", "", ingress.ingressClass());
    } else if (ref instanceof StorageClassRef storage) {
      out.add(at, "StorageClass", "", storage.name());
    } else if (ref instanceof VolumeSnapshotClassRef snapshots) {
      out.add(at, "VolumeSnapshotClass", "", snapshots.name());
    } else if (ref instanceof IssuerRef issuer) {
      out.add(at, "ClusterIssuer", "", issuer.name());
    } else if (ref instanceof SecretStoreRef store) {
      out.add(at, "ClusterSecretStore", "", store.name());
    } else if (ref instanceof GatewayClassRef gatewayClass) {
      out.add(at, "GatewayClass", "", gatewayClass.name());
    }
  }
}

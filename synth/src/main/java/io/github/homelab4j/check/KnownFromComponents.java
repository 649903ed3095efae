package io.github.homelab4j.check;

import io.github.homelab4j.core.ChartFact;
import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.GatewayClassRef;
import io.github.homelab4j.core.IngressRef;
import io.github.homelab4j.core.IssuerRef;
import io.github.homelab4j.core.ListenerRef;
import io.github.homelab4j.core.Ref;
import io.github.homelab4j.core.References;
import io.github.homelab4j.core.SecretKeyRef;
import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.core.SecretStoreRef;
import io.github.homelab4j.core.ServiceRef;
import io.github.homelab4j.core.StorageClassRef;
import io.github.homelab4j.core.VolumeSnapshotClassRef;
import java.util.ArrayList;

/** What components say: the facts of their charts, and references to what somebody else brings. */
final class KnownFromComponents {
  private KnownFromComponents() {}

  static void add(Component component, Known known) {
    component.facts().forEach(fact -> known.add(thing(fact)));
    References.visit(
        component.props(),
        (path, ref) -> {
          if (ref.provider().component().isEmpty()) {
            external(ref, known);
          }
        });
  }

  private static Thing thing(ChartFact fact) {
    var thing = Thing.of(fact.kind(), fact.namespace(), fact.name(), Proof.CHART);
    var parts = new ArrayList<>(fact.keys());
    for (var port : fact.ports()) {
      parts.add(port.name());
      parts.add(port.number().toString());
    }
    return parts.isEmpty() ? thing : thing.with(parts);
  }

  // What is external cannot be looked at: any of its keys and ports may be named.
  private static void external(Ref ref, Known known) {
    if (ref instanceof StorageClassRef storage) {
      known.add(external("StorageClass", "", storage.name()));
    } else if (ref instanceof ListenerRef listener) {
      known.add(external("Gateway", listener.namespace(), listener.gateway()));
    } else if (ref instanceof IngressRef ingress) {
      known.add(external("IngressClass", "", ingress.ingressClass()));
    } else if (ref instanceof IssuerRef issuer) {
      known.add(external("ClusterIssuer", "", issuer.name()));
    } else if (ref instanceof SecretStoreRef store) {
      known.add(external("ClusterSecretStore", "", store.name()));
    } else if (ref instanceof ServiceRef service) {
      known.add(external("Service", service.namespace(), service.name()));
    } else if (ref instanceof SecretRef secret) {
      known.add(external("Secret", secret.namespace(), secret.name()));
    } else if (ref instanceof SecretKeyRef key) {
      external(key.secret(), known);
    } else if (ref instanceof GatewayClassRef gatewayClass) {
      known.add(external("GatewayClass", "", gatewayClass.name()));
    } else if (ref instanceof VolumeSnapshotClassRef snapshots) {
      known.add(external("VolumeSnapshotClass", "", snapshots.name()));
    }
  }

  private static Thing external(String kind, String namespace, String name) {
    return Thing.of(kind, namespace, name, Proof.EXTERNAL);
  }
}

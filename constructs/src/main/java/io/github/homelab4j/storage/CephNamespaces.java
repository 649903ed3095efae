package io.github.homelab4j.storage;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.crd.ceph.CephVolumes;
import java.util.Optional;

/** The namespaces that Rook's parts are in: Rook's documentation has one for all. */
final class CephNamespaces {
  private static final String DEFAULT = "rook-ceph";

  private CephNamespaces() {}

  static String of(Optional<NamespaceRef> namespace) {
    return namespace.map(NamespaceRef::name).orElse(DEFAULT);
  }

  /**
   * The storage classes' provisioners are named after the operator's namespace: drivers of another
   * name would never see a claim.
   */
  static void checkDrivers(
      OperatorRef operator, CephDrivers drivers, Optional<NamespaceRef> cluster) {
    var rbd = new CephVolumes(of(operator)).rbdDriver();
    if (!drivers.rbd().equals(rbd)) {
      throw new InvalidPropsException(
          "the driver of block volumes is %s, but storage classes of %s ask for %s: put drivers and operator into one namespace"
              .formatted(drivers.rbd(), operator.describe(), rbd));
    }
    if (!of(cluster).equals(of(operator))) {
      throw new InvalidPropsException(
          "the cluster is in namespace %s and %s in %s: put both into one, where the operator's chart makes the accounts of the daemons"
              .formatted(of(cluster), operator.describe(), of(operator)));
    }
  }

  static String of(OperatorRef operator) {
    return operator.provider().component().map(Component::targetNamespace).orElse(DEFAULT);
  }
}

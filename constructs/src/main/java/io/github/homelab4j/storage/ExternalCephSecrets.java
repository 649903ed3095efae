package io.github.homelab4j.storage;

import io.github.homelab4j.core.SecretTemplate;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.crd.ceph.CephVolumes;
import java.util.List;

/** Secrets in the forms that Rook and the CSI drivers read, from what Rook's exporter printed. */
final class ExternalCephSecrets {
  private static final String TYPE = "kubernetes.io/rook";

  private ExternalCephSecrets() {}

  static List<SecretTemplate> of(String namespace, StoreItemRef printed) {
    return List.of(
        identity(namespace, printed),
        login(CephVolumes.RBD_PROVISIONER, printed, "CSI_RBD_PROVISIONER_SECRET"),
        login(CephVolumes.RBD_NODE, printed, "CSI_RBD_NODE_SECRET"),
        login(CephVolumes.CEPHFS_PROVISIONER, printed, "CSI_CEPHFS_PROVISIONER_SECRET"),
        login(CephVolumes.CEPHFS_NODE, printed, "CSI_CEPHFS_NODE_SECRET"));
  }

  // The two literal keys tell Rook that it holds no rights of an administrator.
  private static SecretTemplate identity(String namespace, StoreItemRef printed) {
    return SecretTemplate.named("rook-ceph-mon")
        .type(TYPE)
        .entry("cluster-name", namespace)
        .entry("admin-secret", "admin-secret")
        .entry("mon-secret", "mon-secret")
        .key("fsid", printed.key("ROOK_EXTERNAL_FSID"))
        .key("ceph-username", printed.key("ROOK_EXTERNAL_USERNAME"))
        .key("ceph-secret", printed.key("ROOK_EXTERNAL_USER_SECRET"));
  }

  private static SecretTemplate login(String name, StoreItemRef printed, String variable) {
    return SecretTemplate.named(name)
        .type(TYPE)
        .key("userID", printed.key(variable + "_NAME"))
        .key("userKey", printed.key(variable));
  }
}

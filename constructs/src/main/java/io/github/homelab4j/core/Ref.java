package io.github.homelab4j.core;

import java.util.List;

/**
 * A reference to something that a component, or something external, provides. A reference found in
 * a component's props is a dependency: the engine derives Flux's {@code dependsOn},
 * ExternalSecrets, cross-cluster Services and the graph from it.
 */
public sealed interface Ref
    permits AlertsRef,
        BlockDeviceRef,
        BucketRef,
        CacheRef,
        CephRef,
        CertificateRef,
        DatabaseRef,
        EndpointRef,
        EntryRef,
        GatewayClassRef,
        HostServiceRef,
        IscsiLunRef,
        IssuerRef,
        MetricsRef,
        MountRef,
        NamespaceRef,
        NfsExportRef,
        ObjectStoreRef,
        OidcClientRef,
        OperatorRef,
        SecretRef,
        SecretSource,
        SecretStoreRef,
        ServiceRef,
        StorageClassRef,
        StoreItemRef,
        VaultRef,
        VolumeSnapshotClassRef {
  /** Who provides it. */
  Provider provider();

  /** How messages and the graph name it, as {@code storage class rook-ceph-block}. */
  String describe();

  /** What happens to its user when its provider is gone. */
  default Loss loss() {
    return Loss.STOPS;
  }

  /** What its user cannot do any more when it is gone, as {@code nobody logs in by it}. */
  default String without() {
    return "it does not work";
  }

  /** The references that it is made of: a database's endpoint and credentials. */
  default List<Ref> parts() {
    return List.of();
  }
}

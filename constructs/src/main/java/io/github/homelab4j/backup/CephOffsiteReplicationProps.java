package io.github.homelab4j.backup;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.crd.ceph.DeviceClass;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link CephOffsiteReplication}. */
@Value.Immutable
public interface CephOffsiteReplicationProps extends ComponentProps {
  /** The running Ceph cluster: {@code cluster.ceph()}. */
  OperatorRef ceph();

  /** The token that the pool of the other side printed for its peers. */
  StoreKeyRef peerToken();

  /**
   * How often changes are copied, and so how much is lost at most; every hour by default. Whole
   * minutes, or whole hours.
   */
  @Value.Default
  default Duration interval() {
    return Duration.ofHours(1);
  }

  /** Copies of all data on this side, each on a node of its own; 3 by default. */
  @Value.Default
  default int replicas() {
    return 3;
  }

  /** The class of disks that the pool uses; NVMe by default, that of the cluster. */
  @Value.Default
  default DeviceClass deviceClass() {
    return DeviceClass.NVME;
  }

  /** An interval that Ceph can read, in the cluster's own namespace. */
  @Value.Check
  default void check() {
    var minutes = interval().toMinutes();
    if (minutes < 1
        || !interval().equals(Duration.ofMinutes(minutes))
        || (minutes > 60 && minutes % 60 != 0)) {
      Invalid.setting(
          "interval is %s: take 1 to 60 whole minutes, or whole hours".formatted(interval()));
    }
    var there = ceph().provider().component().map(Component::targetNamespace);
    var here = namespace().map(NamespaceRef::name).or(() -> Optional.of("rook-ceph"));
    if (there.isPresent() && !there.equals(here)) {
      Invalid.setting(
          "the mirror is in namespace %s and Ceph in %s: put both into one"
              .formatted(here.orElseThrow(), there.orElseThrow()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CephOffsiteReplicationProps}. */
  final class Builder extends ImmutableCephOffsiteReplicationProps.Builder {}
}

package io.github.homelab4j.storage;

import io.github.homelab4j.core.CephRef;
import io.github.homelab4j.core.ComponentProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.plan.Ip;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link ExternalCeph}. */
@Value.Immutable
public interface ExternalCephProps extends ComponentProps {
  /** The operator of this cluster, which connects: {@code rook.operator()}. */
  OperatorRef operator();

  /** The drivers of this cluster, which mount: {@code drivers.drivers()}. */
  CephDrivers drivers();

  /** What the other cluster exports of its Ceph: {@code cluster.export()}. */
  CephRef ceph();

  /**
   * Addresses of the other cluster's monitors: those of its nodes, whose network they use. One that
   * answers leads to the others.
   */
  List<Ip> monitors();

  /** The item with what the exporter printed. */
  StoreItemRef credentials();

  /** Whether claims that name no class get block volumes; yes by default. */
  @Value.Default
  default boolean blockByDefault() {
    return true;
  }

  /** Whether a volume stays when its claim is deleted; no by default, as in most clusters. */
  @Value.Default
  default boolean retainVolumes() {
    return false;
  }

  /** At least one monitor, and drivers of this operator. */
  @Value.Check
  default void check() {
    if (monitors().isEmpty()) {
      Invalid.setting(
          "monitors is empty: give the addresses of the nodes of the cluster that runs Ceph");
    }
    CephNamespaces.checkDrivers(operator(), drivers(), namespace());
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ExternalCephProps}. */
  final class Builder extends ImmutableExternalCephProps.Builder {}
}

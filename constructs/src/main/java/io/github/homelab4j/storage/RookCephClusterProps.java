package io.github.homelab4j.storage;

import io.github.homelab4j.core.EntryRef;
import io.github.homelab4j.core.HasMetrics;
import io.github.homelab4j.core.HelmProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.OperatorRef;
import io.github.homelab4j.crd.ceph.DeviceClass;
import io.github.homelab4j.plan.DiskPlan;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of {@link RookCephCluster}. */
@Value.Immutable
public interface RookCephClusterProps extends HelmProps, HasMetrics {
  /** The operator that runs the cluster: {@code rook.operator()}. */
  OperatorRef operator();

  /** The drivers that make its volumes: {@code drivers.drivers()}. */
  CephDrivers drivers();

  /** The nodes of the cluster; those with disks planned for Ceph get one OSD a disk. */
  List<NodePlan> nodes();

  /**
   * Monitors, which agree on the state of the cluster: an odd number, each on a node of its own; 3,
   * which survive the loss of one.
   */
  @Value.Default
  default int monitors() {
    return 3;
  }

  /** Managers, one of which is active; 2, each on a node of its own. */
  @Value.Default
  default int managers() {
    return 2;
  }

  /**
   * Copies of all data, each on a node of its own; 3, which survive the loss of one node without
   * stopping writes.
   */
  @Value.Default
  default int replicas() {
    return 3;
  }

  /** What the disks are; NVMe by default. Pools use disks of this class only. */
  @Value.Default
  default DeviceClass deviceClass() {
    return DeviceClass.NVME;
  }

  /** Memory of each OSD, which is also what it sizes its caches by; 4Gi, Ceph's own default. */
  @Value.Default
  default Quantity osdMemory() {
    return Quantity.gi(4);
  }

  /** Memory of each metadata server; 4Gi, half of which caches directories. */
  @Value.Default
  default Quantity metadataServerMemory() {
    return Quantity.gi(4);
  }

  /**
   * The most memory that a manager takes; 2Gi, for its modules (dashboard, metrics, balancer) grow
   * with the cluster.
   */
  @Value.Default
  default Quantity managerMemory() {
    return Quantity.gi(2);
  }

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

  /**
   * Whether there is a pod with the {@code ceph} command; yes by default, since repairs and the
   * export to other clusters need it.
   */
  @Value.Default
  default boolean toolbox() {
    return true;
  }

  /**
   * Where the dashboard is reached from outside; by default only through {@code kubectl
   * port-forward}.
   */
  Optional<Dashboard> dashboard();

  /** The devices of OSDs by node, in the plan's order. */
  @Value.Derived
  default Map<String, List<String>> osds() {
    var osds = new LinkedHashMap<String, List<String>>();
    for (var node : nodes()) {
      var devices =
          node.disks().stream()
              .filter(disk -> disk.use() == DiskPlan.Use.CEPH)
              .map(DiskPlan::path)
              .toList();
      if (!devices.isEmpty()) {
        osds.put(node.name(), devices);
      }
    }
    return osds;
  }

  /**
   * Enough nodes for what shall be on different ones, stable device paths, and drivers of this
   * operator.
   */
  @Value.Check
  default void check() {
    if (replicas() > osds().size()) {
      Invalid.setting(
          "replicas is %s but only %s nodes have disks for Ceph (%s): plan disks on more nodes or lower replicas"
              .formatted(replicas(), osds().size(), String.join(", ", osds().keySet())));
    }
    if (monitors() % 2 == 0 || monitors() > nodes().size()) {
      Invalid.setting(
          "monitors is %s on %s nodes: take an odd number of at most one a node"
              .formatted(monitors(), nodes().size()));
    }
    if (managers() < 1 || managers() > nodes().size()) {
      Invalid.setting(
          "managers is %s on %s nodes: take 1 to one a node".formatted(managers(), nodes().size()));
    }
    StableDisks.check(osds().values());
    CephNamespaces.checkDrivers(operator(), drivers(), namespace());
  }

  /**
   * Where the dashboard is reached.
   *
   * @param hostname its host name
   * @param entry where it is entered
   */
  record Dashboard(Hostname hostname, EntryRef entry) {}

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link RookCephClusterProps}. */
  final class Builder extends ImmutableRookCephClusterProps.Builder {}
}

package io.github.homelab4j.database;

import io.github.homelab4j.core.VolumeSnapshotClassRef;
import io.github.homelab4j.crd.cnpg.Cluster;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.unit.ImageRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The primary and the replicas of a {@link PostgresCluster}. */
final class PostgresServer {
  private static final String ORIGIN = "origin";
  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal QUARTER_OF_MEBIBYTES = BigDecimal.valueOf(4L << 20);

  private PostgresServer() {}

  static Cluster.Spec of(
      String id, PostgresClusterProps props, ImageRef image, List<Cluster.Role> roles) {
    var origin = props.recovery().map(from -> plugin(id, from.serverName(), Optional.empty()));
    var archiver =
        props
            .archive()
            .map(archive -> plugin(id, archive.serverName().orElse(id), Optional.of(true)));
    return Cluster.Spec.builder()
        .imageName(image)
        .instances(props.instances())
        // A replica takes over before the primary restarts: shorter than a restart in place.
        .primaryUpdateMethod(props.instances() > 1 ? "switchover" : "restart")
        .postgresql(postgresql(props))
        .bootstrap(bootstrap(props))
        .addAllExternalClusters(
            origin.map(from -> new Cluster.ExternalCluster(ORIGIN, from)).stream().toList())
        .addAllPlugins(archiver.stream().toList())
        .storage(new Cluster.Storage(props.size(), props.storage()))
        .walStorage(new Cluster.Storage(props.walSize(), props.storage()))
        .backup(props.snapshots().map(PostgresServer::snapshots))
        .resources(Compute.of(props.cpu(), props.memory()))
        .affinity(new Cluster.Affinity(true, "required", "kubernetes.io/hostname"))
        .managed(Optional.of(roles).filter(some -> !some.isEmpty()).map(Cluster.Managed::new))
        .enableSuperuserAccess(false)
        .enablePDB(true)
        .build();
  }

  private static Cluster.Postgresql postgresql(PostgresClusterProps props) {
    var megabytes = props.memory().amount().divideToIntegralValue(QUARTER_OF_MEBIBYTES).intValue();
    var kept = props.slotWalSize().amount().divideToIntegralValue(MEBIBYTE).intValue();
    var parameters = new TreeMap<String, String>();
    parameters.put("max_connections", Integer.toString(props.maxConnections()));
    parameters.put("shared_buffers", megabytes + "MB");
    parameters.put("max_slot_wal_keep_size", kept + "MB");
    var synchronous =
        Optional.of(new Cluster.Synchronous("any", 1, "preferred"))
            .filter(some -> props.synchronousReplication() && props.instances() > 1);
    return new Cluster.Postgresql(parameters, synchronous);
  }

  // Nothing deletes backups of this method; whoever deletes one deletes its snapshots.
  private static Cluster.Backup snapshots(VolumeSnapshotClassRef type) {
    return new Cluster.Backup(new Cluster.VolumeSnapshot(type, type, "backup", true));
  }

  private static Cluster.Bootstrap bootstrap(PostgresClusterProps props) {
    if (props.recovery().isEmpty()) {
      var empty = new Cluster.Initdb("app", "app", true);
      return new Cluster.Bootstrap(Optional.of(empty), Optional.empty());
    }
    var until = props.recovery().flatMap(PostgresRecovery::until);
    var recovery =
        new Cluster.Recovery(
            ORIGIN, until.map(time -> new Cluster.RecoveryTarget(time.toString())));
    return new Cluster.Bootstrap(Optional.empty(), Optional.of(recovery));
  }

  private static Cluster.Plugin plugin(String id, String serverName, Optional<Boolean> archives) {
    var parameters = Map.of("barmanObjectName", id, "serverName", serverName);
    return new Cluster.Plugin(PluginBarmanCloud.NAME, archives, parameters);
  }
}

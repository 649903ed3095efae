package io.github.homelab4j.storage;

import io.github.homelab4j.core.SecretRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.Enabled;
import io.github.homelab4j.unit.Quantity;
import java.util.Optional;

/** The values of Longhorn's chart: what reports elsewhere is off. */
record LonghornValues(
    Persistence persistence,
    Settings defaultSettings,
    Optional<BackupStore> defaultBackupStore,
    Checker preUpgradeChecker,
    Csi csi,
    Manager longhornManager,
    Ui longhornUI,
    Metrics metrics) {
  // Its budgets keep one pod of the driver while volumes are in use: a single one would block every
  // drain.
  private static final int DRIVERS = 2;

  static LonghornValues of(LonghornProps props, Optional<SecretRef> login) {
    return new LonghornValues(
        new Persistence(true, props.defaultClass(), props.replicas(), "Delete"),
        new Settings(props.dataPath(), props.replicas(), props.labelledNodesOnly(), false, false),
        props.backups().map(bucket -> new BackupStore(target(props), login.orElseThrow())),
        new Checker(true, true),
        new Csi(DRIVERS, DRIVERS, DRIVERS, DRIVERS),
        new Manager(Compute.of(Quantity.millis(50), Quantity.mi(192), Quantity.mi(512))),
        new Ui(props.uiReplicas()),
        new Metrics(Enabled.when(props.metrics())));
  }

  private static String target(LonghornProps props) {
    var bucket = props.backups().orElseThrow();
    return "s3://%s@%s/".formatted(bucket.name(), bucket.store().region());
  }

  record Persistence(
      boolean createStorageClass,
      boolean defaultClass,
      int defaultClassReplicaCount,
      String reclaimPolicy) {}

  record Settings(
      String defaultDataPath,
      int defaultReplicaCount,
      boolean createDefaultDiskLabeledNodes,
      boolean upgradeChecker,
      boolean allowCollectingLonghornUsageMetrics) {}

  record BackupStore(String backupTarget, SecretRef backupTargetCredentialSecret) {}

  // Helm's own hooks run, as Flux installs with Helm: an upgrade that Longhorn does not support is
  // refused before it begins.
  record Checker(boolean jobEnabled, boolean upgradeVersionCheck) {}

  record Csi(
      int attacherReplicaCount,
      int provisionerReplicaCount,
      int resizerReplicaCount,
      int snapshotterReplicaCount) {}

  record Manager(Compute resources) {}

  record Ui(int replicas) {}

  record Metrics(Enabled serviceMonitor) {}
}

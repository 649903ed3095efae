package io.github.homelab4j.crd.ceph;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Version;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.kube.CustomResource;
import io.github.homelab4j.kube.Health;
import io.github.homelab4j.kube.KeepsData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Ceph cluster: one that Rook runs, or one that runs elsewhere and is connected to.
 *
 * @see <a href="https://rook.io/docs/rook/latest/CRDs/Cluster/ceph-cluster-crd/">CephCluster</a>
 */
@Group("ceph.rook.io")
@Version("v1")
@Kind("CephCluster")
@KeepsData
@Health(
    current = "has(status.phase) && status.phase in ['Ready', 'Connected']",
    failed = "has(status.phase) && status.phase == 'Failure'")
public final class CephCluster extends CustomResource<CephCluster.Spec> {
  private static final long serialVersionUID = 1L;

  /** With its metadata and spec. */
  public CephCluster(ObjectMeta metadata, Spec spec) {
    super(metadata, spec);
  }

  /** The daemons, the disks and how they are kept. */
  @Value.Immutable
  public interface Spec {
    /** Where daemons keep their configuration on their node; it cannot be changed later. */
    Optional<String> dataDirHostPath();

    /** Whether the cluster runs elsewhere. */
    Optional<External> external();

    /** Monitors. */
    Optional<Mon> mon();

    /** Managers. */
    Optional<Mgr> mgr();

    /** The dashboard. */
    Optional<Dashboard> dashboard();

    /** The network of the daemons. */
    Optional<Network> network();

    /** Options of Ceph, by daemon and name. */
    Map<String, Map<String, String>> cephConfig();

    /** Keys of Ceph's own logins. */
    Optional<Security> security();

    /** Collection of crashes. */
    Optional<CrashCollector> crashCollector();

    /** What each kind of daemon asks for. */
    Map<String, Compute> resources();

    /** Priority classes, by kind of daemon. */
    Map<String, String> priorityClassNames();

    /** The nodes and disks of OSDs. */
    Optional<Storage> storage();

    /** Disruption budgets. */
    Optional<DisruptionManagement> disruptionManagement();

    /** How often the daemons are looked after. */
    Optional<HealthChecks> healthCheck();

    /** A new builder. */
    static Builder builder() {
      return new Builder();
    }

    /** Builds a {@link Spec}. */
    final class Builder extends ImmutableSpec.Builder {}
  }

  /** Whether the cluster runs elsewhere. */
  public record External(boolean enable) {}

  /** Monitors. */
  public record Mon(int count, boolean allowMultiplePerNode) {}

  /** Managers. */
  public record Mgr(int count, boolean allowMultiplePerNode) {}

  /** The dashboard. */
  public record Dashboard(boolean enabled, boolean ssl) {}

  /** The network of the daemons: {@code host} for that of their nodes. */
  public record Network(String provider) {}

  /** Keys of Ceph's own logins. */
  public record Security(Cephx cephx) {}

  /** Keys of Ceph's own logins. */
  public record Cephx(KeyType csi) {}

  /** The cipher of a key: {@code aes}, or {@code aes256k} for clients with Linux 7.0 or newer. */
  public record KeyType(String keyType) {}

  /** Collection of crashes. */
  public record CrashCollector(boolean disable) {}

  /** The nodes and disks of OSDs. */
  public record Storage(
      boolean useAllNodes, boolean useAllDevices, Map<String, String> config, List<Node> nodes) {}

  /** A node with OSDs; its name is that of its label {@code kubernetes.io/hostname}. */
  public record Node(String name, List<Device> devices) {}

  /** A disk, by its device path. */
  public record Device(String name) {}

  /** Disruption budgets. */
  public record DisruptionManagement(boolean managePodBudgets) {}

  /** How often the daemons are looked after. */
  public record HealthChecks(DaemonHealth daemonHealth) {}

  /** How often the daemons are looked after. */
  public record DaemonHealth(Check mon) {}

  /** One of the checks. */
  public record Check(boolean disabled, Duration interval) {}
}

package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.MountRef;
import io.github.homelab4j.core.StoreKeyRef;
import io.github.homelab4j.plan.ClusterPlan;
import io.github.homelab4j.plan.Ip;
import io.github.homelab4j.plan.NodePlan;
import io.github.homelab4j.unit.CronSchedule;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** Settings of {@link K3s}. */
@Value.Immutable
public interface K3sProps extends HostProps {
  /** How a taint is spelled. */
  Pattern TAINT =
      Pattern.compile(
          "[A-Za-z0-9./_-]+(=[A-Za-z0-9._-]*)?:(NoSchedule|PreferNoSchedule|NoExecute)");

  /** Its machines and ranges; the first of the control plane begins the cluster. */
  ClusterPlan plan();

  /** What the machines' processors are; K3s publishes a program for each. */
  K3s.Architecture architecture();

  /** The secret that machines join with: any text of 32 characters or more. */
  StoreKeyRef token();

  /**
   * The name server that machines and pods ask that do not ask the cluster's; by default whatever
   * the machines ask.
   */
  Optional<HostServiceRef> dns();

  /** Further host names that the Kubernetes API is reached by, besides those of the servers. */
  List<Hostname> apiNames();

  /** Further addresses that it is reached by, as a proxy's; that of the plan is always there. */
  List<Ip> apiAddresses();

  /** When etcd is copied to the server's own disk; every 12 hours by default. */
  @Value.Default
  default CronSchedule snapshots() {
    return CronSchedule.of("0 */12 * * *");
  }

  /** How many of these copies are kept; 5 by default. */
  @Value.Default
  default int keptSnapshots() {
    return 5;
  }

  /** Memory that pods never get, for the system and K3s itself; 512Mi by default. */
  @Value.Default
  default Quantity reservedMemory() {
    return Quantity.mi(512);
  }

  /** Machines that are told apart by labels or taints; none by default. */
  List<Marks> marks();

  /** Where images are looked for first, by registry, as {@code docker.io}; none by default. */
  Map<String, List<String>> mirrors();

  /** File systems that must be mounted before it starts; none by default. */
  List<MountRef> mounts();

  /**
   * What tells a machine apart.
   *
   * @param node the machine
   * @param labels its labels
   * @param taints its taints, which pods must tolerate, as {@code role=storage:NoSchedule}
   */
  record Marks(NodePlan node, Map<String, String> labels, List<String> taints) {}

  /** There is a server, and labels and taints are of its machines. */
  @Value.Check
  default void check() {
    if (plan().nodes().stream().noneMatch(NodePlan::controlPlane)) {
      Invalid.setting(
          "cluster %s has no machine for the control plane, only %s: make one of them NodePlan.controlPlane"
              .formatted(plan().name(), plan().nodeNames()));
    }
    for (var marks : marks()) {
      if (!plan().nodes().contains(marks.node())) {
        Invalid.setting(
            "%s has labels or taints, but cluster %s has the machines %s: take one of its nodes()"
                .formatted(marks.node().name(), plan().name(), plan().nodeNames()));
      }
      for (var taint : marks.taints()) {
        if (!TAINT.matcher(taint).matches()) {
          Invalid.setting(
              "'%s' is not a taint: write key=value:NoSchedule, PreferNoSchedule or NoExecute"
                  .formatted(taint));
        }
      }
    }
    if (keptSnapshots() < 1) {
      Invalid.setting(
          "keptSnapshots is %s: keep at least one, a restore needs it".formatted(keptSnapshots()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link K3sProps}. */
  final class Builder extends ImmutableK3sProps.Builder {}
}

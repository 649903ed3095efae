package io.github.homelab4j.plan;

import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.unit.Hostname;
import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Version;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Talos Linux on the machines of a cluster: immutable, without shell or SSH, managed by its API
 * only. The disks of a machine stand in its {@link NodePlan}.
 */
@Value.Immutable
public interface TalosPlan {
  /** The version, as {@code v1.12.1}. */
  Version version();

  /**
   * The interface that carries the node's address and the shared address of the Kubernetes API, as
   * {@code enp1s0}: what {@code talosctl get links} shows.
   */
  String networkInterface();

  /**
   * The port on which each node balances over the Kubernetes API servers itself, which agents use
   * before Services work; 7445 by default, as Talos has it.
   */
  @Value.Default
  default Port kubePrism() {
    return Port.of(7445);
  }

  /**
   * Whether control-plane machines carry workloads, as they must where there are no others; off by
   * default.
   */
  @Value.Default
  default boolean workloadsOnControlPlane() {
    return false;
  }

  /**
   * Official system extensions, as {@code siderolabs/intel-ucode}; none by default. Volumes of Ceph
   * and OpenEBS need none.
   */
  List<String> extensions();

  /** Arguments of the kernel besides Talos' own, as {@code intel_iommu=on}; none by default. */
  List<String> kernelArguments();

  /**
   * Kernel modules to load; none by default. RBD, CephFS, logical volumes and their snapshots are
   * built in; {@code dm_thin_pool} and {@code nbd} are not.
   */
  List<String> kernelModules();

  /** Kernel parameters besides those that Talos sets for Kubernetes; none by default. */
  Map<String, String> sysctls();

  /** Where machines ask for the time, by name; by default what Talos asks, time.cloudflare.com. */
  List<Hostname> timeServers();

  /**
   * Namespaces whose pods may do anything on the machine without a label that says so; none by
   * default, besides kube-system, as Talos has it.
   */
  List<String> privilegedNamespaces();

  /** Who makes the images that machines are installed from; Sidero's own by default. */
  @Value.Default
  default Hostname imageFactory() {
    return Hostname.of("factory.talos.dev");
  }

  /** Texts have the form that image tags, extensions and kernel arguments have. */
  @Value.Check
  default void check() {
    extensions().stream()
        .filter(name -> !name.matches("[a-z0-9-]+/[a-z0-9.-]+"))
        .findFirst()
        .ifPresent(
            name ->
                Invalid.setting(
                    "'%s' is not a system extension: write it as siderolabs/intel-ucode"
                        .formatted(name)));
    kernelArguments().stream()
        .filter(
            argument -> !argument.matches("[a-z_][A-Za-z0-9_.]*(=[A-Za-z0-9_.,:/@-]*[A-Za-z0-9])?"))
        .findFirst()
        .ifPresent(
            argument ->
                Invalid.setting(
                    "'%s' is not an argument of the kernel: write one each, as intel_iommu=on"
                        .formatted(argument)));
    if (!version().text().matches("v\\d+\\.\\d+\\.\\d+")) {
      Invalid.setting(
          "'%s' is not a version of Talos: write it with all its parts, as v1.12.1"
              .formatted(version()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TalosPlan}. */
  final class Builder extends ImmutableTalosPlan.Builder {}
}

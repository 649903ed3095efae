package io.github.homelab4j.plan;

import io.github.homelab4j.core.Origin;
import io.github.homelab4j.unit.Hostname;
import java.util.List;
import java.util.stream.Stream;

/**
 * A machine of a cluster.
 *
 * @param name its host name
 * @param address its address in the node network
 * @param controlPlane whether it runs the control plane
 * @param disks its disks, by stable device path
 * @param furtherAddresses what it has besides: its IPv6 address, and those in overlays
 * @param origin the line of the plan that made it
 * @throws io.github.homelab4j.core.InvalidPropsException when the name is no host name
 */
public record NodePlan(
    String name,
    Ip address,
    boolean controlPlane,
    List<DiskPlan> disks,
    List<Ip> furtherAddresses,
    Origin origin)
    implements Machine {
  /** Checks the name. */
  public NodePlan {
    Hostname.of(name);
  }

  /** A machine with one address. */
  public NodePlan(String name, Ip address, boolean controlPlane, List<DiskPlan> disks) {
    this(name, address, controlPlane, disks, List.of(), Origin.here());
  }

  /** A machine that runs the control plane. */
  public static NodePlan controlPlane(String name, String address) {
    return new NodePlan(name, Ip.of(address), true, List.of());
  }

  /** A machine that carries workloads only. */
  public static NodePlan worker(String name, String address) {
    return new NodePlan(name, Ip.of(address), false, List.of());
  }

  /** With disks. */
  public NodePlan with(DiskPlan... more) {
    return new NodePlan(name, address, controlPlane, List.of(more), furtherAddresses, origin);
  }

  /** With an IPv6 address, or addresses in overlays. */
  public NodePlan alsoAt(String... more) {
    var all = Stream.of(more).map(Ip::of).toList();
    return new NodePlan(name, address, controlPlane, disks, all, origin);
  }

  /** All its addresses. */
  public List<Ip> addresses() {
    return Stream.concat(Stream.of(address), furtherAddresses.stream()).toList();
  }
}

package io.github.homelab4j.plan;

import java.util.List;

/**
 * A machine of a cluster.
 *
 * @param name its host name
 * @param address its address in the node network
 * @param controlPlane whether it runs the control plane
 * @param disks its data disks, by stable device path
 */
public record NodePlan(String name, Ip address, boolean controlPlane, List<DiskPlan> disks) {}

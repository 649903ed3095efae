package io.github.homelab4j.storage;

import io.github.homelab4j.core.OperatorRef;

/**
 * The CSI drivers of Ceph in a cluster.
 *
 * @param rbd name of the driver of block volumes; the provisioner of their storage classes
 * @param cephfs name of the driver of shared file systems; the provisioner of their storage classes
 * @param operator who runs them
 */
public record CephDrivers(String rbd, String cephfs, OperatorRef operator) {}

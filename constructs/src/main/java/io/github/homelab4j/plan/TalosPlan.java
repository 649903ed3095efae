package io.github.homelab4j.plan;

import io.github.homelab4j.unit.Port;
import io.github.homelab4j.unit.Version;

/**
 * Talos Linux on the machines of a cluster: immutable, without shell or SSH, managed by its API
 * only.
 *
 * @param version the version, as {@code v1.12.1}
 * @param networkInterface the interface that carries the node's address and the shared address of
 *     the Kubernetes API
 * @param kubePrism the port on which each node balances over the Kubernetes API servers itself:
 *     what agents use before Services work
 * @param workloadsOnControlPlane whether control-plane machines carry workloads, as they must where
 *     there are no others
 */
public record TalosPlan(
    Version version, String networkInterface, Port kubePrism, boolean workloadsOnControlPlane) {}

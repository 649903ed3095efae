/**
 * infra-apps: two clusters of three Talos nodes, platform services in one and applications in the
 * other, joined by a Cilium ClusterMesh.
 */
package io.github.homelab4j.stacks.infraapps;

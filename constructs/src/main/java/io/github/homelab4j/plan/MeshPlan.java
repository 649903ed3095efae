package io.github.homelab4j.plan;

/**
 * A cluster's membership in a ClusterMesh.
 *
 * @param cluster the cluster's name in the mesh
 * @param id its number in the mesh, 1 to 255; never changed later
 * @param address where the other clusters reach its clustermesh-apiserver
 */
public record MeshPlan(String cluster, int id, Reservation address) {}

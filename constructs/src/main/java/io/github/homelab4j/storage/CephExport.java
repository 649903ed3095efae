package io.github.homelab4j.storage;

/**
 * What another cluster must know of a Ceph cluster to use its storage, beside addresses (from the
 * plan) and logins (from the secret store).
 *
 * @param blockPool the pool of block volumes
 * @param filesystem the file system of shared volumes
 * @param filesystemPool the pool of its files
 */
public record CephExport(String blockPool, String filesystem, String filesystemPool) {}

package io.github.homelab4j.stacks.infraapps;

import io.github.homelab4j.core.CacheRef;
import io.github.homelab4j.core.CephRef;
import io.github.homelab4j.core.DatabaseRef;
import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.OidcClientRef;
import io.github.homelab4j.core.ServiceRef;

/**
 * What apps uses of infra.
 *
 * @param gitlabDatabase GitLab's database, through its pooler
 * @param gitlabCache GitLab's cache
 * @param gitlabLogin GitLab's client at Keycloak
 * @param harborDatabase Harbor's database, through its pooler
 * @param harborCache Harbor's cache
 * @param harborLogin Harbor's client at Keycloak
 * @param metrics where samples are written
 * @param logs where logs are written
 * @param ceph the pools and file system that apps' volumes are in
 * @param resolver the router, which answers for names outside the cluster
 */
public record InfraExports(
    DatabaseRef gitlabDatabase,
    CacheRef gitlabCache,
    OidcClientRef gitlabLogin,
    DatabaseRef harborDatabase,
    CacheRef harborCache,
    OidcClientRef harborLogin,
    ServiceRef metrics,
    ServiceRef logs,
    CephRef ceph,
    HostServiceRef resolver) {}

/**
 * What runs outside Kubernetes: routers, name servers, storage, backups, the machines themselves.
 */
@Props
package io.github.homelab4j.hosts;

import io.github.homelab4j.core.Props;

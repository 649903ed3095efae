/** Cluster networks, load balancing and network policies. */
@Props
package io.github.homelab4j.networking;

import io.github.homelab4j.core.Props;

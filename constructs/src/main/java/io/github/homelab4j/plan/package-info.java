/**
 * The plan: the one place where networks, addresses, names, hosts and outside services of a homelab
 * are written down. Constructs take what they need from it; nothing else names an address.
 */
@Props
package io.github.homelab4j.plan;

import io.github.homelab4j.core.Props;

/** Gateways and the kinds that routes to them are made of. */
@Props
package io.github.homelab4j.ingress;

import io.github.homelab4j.core.Props;

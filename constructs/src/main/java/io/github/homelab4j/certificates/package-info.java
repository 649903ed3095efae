/** TLS certificates and who signs them. */
@Props
package io.github.homelab4j.certificates;

import io.github.homelab4j.core.Props;

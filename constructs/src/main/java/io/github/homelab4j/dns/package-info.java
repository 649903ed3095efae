/** Name resolution in and for clusters. */
@Props
package io.github.homelab4j.dns;

import io.github.homelab4j.core.Props;

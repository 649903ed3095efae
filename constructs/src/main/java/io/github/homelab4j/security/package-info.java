/** Workload identity. */
@Props
package io.github.homelab4j.security;

import io.github.homelab4j.core.Props;

/** A homelab of any size, as an owner would write it: what the benchmark synthesizes. */
@Props
package org.example.fleet;

import io.github.homelab4j.core.Props;

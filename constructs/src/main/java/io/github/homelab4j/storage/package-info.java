/** Volumes. */
@Props
package io.github.homelab4j.storage;

import io.github.homelab4j.core.Props;

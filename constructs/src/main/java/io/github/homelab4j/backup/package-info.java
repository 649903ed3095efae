/** Copies to restore from. */
@Props
package io.github.homelab4j.backup;

import io.github.homelab4j.core.Props;

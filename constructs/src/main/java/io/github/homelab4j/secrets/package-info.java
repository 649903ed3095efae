/** Secrets from outside the cluster. */
@Props
package io.github.homelab4j.secrets;

import io.github.homelab4j.core.Props;

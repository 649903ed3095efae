/** Applications. */
@Props
package io.github.homelab4j.apps;

import io.github.homelab4j.core.Props;

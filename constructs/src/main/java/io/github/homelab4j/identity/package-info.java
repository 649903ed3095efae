/** Logins of people. */
@Props
package io.github.homelab4j.identity;

import io.github.homelab4j.core.Props;

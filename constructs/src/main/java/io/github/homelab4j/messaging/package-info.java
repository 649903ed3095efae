/** Brokers and the operators that run them. */
@Props
package io.github.homelab4j.messaging;

import io.github.homelab4j.core.Props;

/** Container registries and mirrors. */
@Props
package io.github.homelab4j.registry;

import io.github.homelab4j.core.Props;

/** Redis-compatible caches and the operators that run them. */
@Props
package io.github.homelab4j.cache;

import io.github.homelab4j.core.Props;

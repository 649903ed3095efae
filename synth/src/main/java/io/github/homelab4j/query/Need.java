package io.github.homelab4j.query;

import io.github.homelab4j.core.Loss;

/**
 * That one thing needs another.
 *
 * @param consumer who needs it
 * @param provider what is needed
 * @param what what of it, as {@code database harbor}
 * @param loss what happens to the consumer without it
 */
public record Need(Thing consumer, Thing provider, String what, Loss loss) {}

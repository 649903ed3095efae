package io.github.homelab4j.diff;

/**
 * A version that changed.
 *
 * @param what as {@code chart harbor}, {@code image ghcr.io/goharbor/core}
 * @param before the version before
 * @param after the version after
 */
public record Bump(String what, String before, String after) {}

package io.github.homelab4j.diff;

import java.util.List;

/**
 * A component that differs.
 *
 * @param component its name, or what the objects belong to otherwise
 * @param origin the line of the stack that composes it; empty for one that is gone
 * @param bumps versions that changed
 * @param objects its objects that differ, but for versions
 * @param files its files that differ and are not for Flux
 */
public record ComponentDiff(
    String component,
    String origin,
    List<Bump> bumps,
    List<ObjectDiff> objects,
    List<FileDiff> files) {}

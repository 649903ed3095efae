package io.github.homelab4j.check;

import io.github.homelab4j.core.Exemption;

/**
 * A breach that is allowed.
 *
 * @param subject what breaks the rule
 * @param exemption why it may
 * @param message what would have been reported
 */
public record Exempted(Subject subject, Exemption exemption, String message) {}

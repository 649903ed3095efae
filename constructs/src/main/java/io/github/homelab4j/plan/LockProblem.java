package io.github.homelab4j.plan;

/**
 * An address of a lock that cannot be kept.
 *
 * @param address what the lock says
 * @param reason why not, as {@code which gateway has}
 */
public record LockProblem(String address, String reason) {}

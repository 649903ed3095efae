package io.github.homelab4j.plan;

/**
 * An address that is taken by name.
 *
 * @param name what has it
 * @param address the address
 * @param pool the pool it was taken from, as {@code cluster infra}
 */
public record Reservation(String name, Ip address, String pool) {}

package io.github.homelab4j.plan;

import io.github.homelab4j.core.Origin;

/**
 * An address that is taken by name.
 *
 * @param name what has it
 * @param address the address
 * @param pool the pool it was taken from, as {@code cluster infra}
 * @param origin the line of the plan that took it
 */
public record Reservation(String name, Ip address, String pool, Origin origin) {
  /** An address of a pool. */
  public Reservation(String name, Ip address, String pool) {
    this(name, address, pool, Origin.here());
  }
}

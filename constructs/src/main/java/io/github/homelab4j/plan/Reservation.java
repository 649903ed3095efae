package io.github.homelab4j.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.homelab4j.core.Origin;
import java.util.Optional;

/**
 * An address that is taken by name from a {@link LoadBalancerPool}. One that names no address gets
 * it when it is first asked for.
 */
public final class Reservation {
  private final String name;
  @JsonIgnore private final Optional<Ip> explicit;
  @JsonIgnore private final LoadBalancerPool pool;
  private final Origin origin = Origin.here();

  Reservation(String name, Optional<Ip> explicit, LoadBalancerPool pool) {
    this.name = name;
    this.explicit = explicit;
    this.pool = pool;
  }

  /** What has it. */
  public String name() {
    return name;
  }

  /**
   * The address.
   *
   * @throws io.github.homelab4j.core.InvalidPropsException when it names none and the pool is full
   */
  @JsonProperty
  public Ip address() {
    return explicit.orElseGet(() -> pool.choice(name));
  }

  /** The name of the pool. */
  public String pool() {
    return pool.name();
  }

  /** The line of the plan that took it. */
  public Origin origin() {
    return origin;
  }

  /** The address that the plan names, if it names one. */
  public Optional<Ip> explicit() {
    return explicit;
  }

  @Override
  public String toString() {
    return name + " of pool " + pool.name();
  }
}

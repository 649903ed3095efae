package io.github.homelab4j.core;

import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.unit.Quantity;

/**
 * A disk that something on a machine makes: a logical volume.
 *
 * @param machine the machine
 * @param path where it is there, as {@code /dev/san/node2}
 * @param size how large it says it is
 * @param provider who makes it
 */
public record BlockDeviceRef(Machine machine, String path, Quantity size, Provider provider)
    implements Ref {
  @Override
  public String describe() {
    return "block device %s of %s".formatted(path, machine.name());
  }
}

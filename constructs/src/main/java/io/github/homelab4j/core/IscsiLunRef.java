package io.github.homelab4j.core;

import io.github.homelab4j.plan.Machine;
import io.github.homelab4j.unit.Quantity;

/**
 * A disk that one machine lends to another over iSCSI.
 *
 * @param portal who lends it, and where it is reached
 * @param target the name of the target
 * @param lun its number in the target
 * @param machine who may use it, and nobody else
 * @param initiator the name that the target knows this machine by
 * @param size how large it says it is
 */
public record IscsiLunRef(
    HostServiceRef portal, String target, int lun, Machine machine, String initiator, Quantity size)
    implements Ref {
  /** The stable path of its disk on the machine that uses it. */
  public String device() {
    return "/dev/disk/by-path/ip-%s-iscsi-%s-lun-%s".formatted(portal.hostPort(), target, lun);
  }

  @Override
  public Provider provider() {
    return portal.provider();
  }

  @Override
  public String describe() {
    return "LUN %s of %s for %s".formatted(lun, target, machine.name());
  }
}

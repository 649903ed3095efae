package io.github.homelab4j.hosts;

import io.github.homelab4j.core.BlockDeviceRef;
import io.github.homelab4j.core.HasHost;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Machine;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link IscsiTarget}. */
@Value.Immutable
public interface IscsiTargetProps extends HasHost {
  /** Where it listens; what the plan calls {@code iscsi} by default. */
  @Value.Default
  default HostService service() {
    return host().service("iscsi");
  }

  /**
   * What its name and those of its users begin with, as {@code iqn.2025-01.org.example}: the month
   * in which a domain was the owner's, and the domain backwards.
   */
  String iqn();

  /** The disks that it lends. */
  List<Lun> luns();

  /**
   * A disk that is lent.
   *
   * @param number its number, 0 to 255
   * @param device the disk
   * @param machine who may use it, and nobody else: no file system takes two
   */
  record Lun(int number, BlockDeviceRef device, Machine machine) {}

  /** The name has the form of one; each disk, number and machine is there once. */
  @Value.Check
  default void check() {
    if (!iqn().matches("iqn\\.[0-9]{4}-(0[1-9]|1[0-2])\\.[a-z0-9.-]*[a-z0-9]")) {
      Invalid.setting(
          "'%s' is not the beginning of an iSCSI name: write iqn, a month and a domain backwards, as iqn.2025-01.org.example"
              .formatted(iqn()));
    }
    once("number", luns().stream().map(lun -> Integer.toString(lun.number())).toList());
    once("device", luns().stream().map(lun -> lun.device().path()).toList());
    once("machine", luns().stream().map(lun -> lun.machine().name()).toList());
    for (var lun : luns()) {
      if (lun.number() < 0 || lun.number() > 255) {
        Invalid.setting("LUN %s cannot be: number them from 0 to 255".formatted(lun.number()));
      }
      if (!lun.device().machine().name().equals(host().name())) {
        Invalid.setting(
            "LUN %s is %s, but the target runs on %s: lend a device of this machine"
                .formatted(lun.number(), lun.device().describe(), host().name()));
      }
    }
  }

  private static void once(String what, List<String> values) {
    if (values.stream().distinct().count() < values.size()) {
      Invalid.setting(
          "luns have a %s twice, %s: a disk that two machines write to is lost, give each its own"
              .formatted(what, values));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IscsiTargetProps}. */
  final class Builder extends ImmutableIscsiTargetProps.Builder {}
}

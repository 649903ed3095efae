package io.github.homelab4j.hosts;

import io.github.homelab4j.core.HostProps;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.IscsiLunRef;
import java.util.List;
import org.immutables.value.Value;

/** Settings of {@link IscsiInitiator}. */
@Value.Immutable
public interface IscsiInitiatorProps extends HostProps {
  /** The disks, one a machine; the machines are those that they are lent to. */
  List<IscsiLunRef> luns();

  /** Where each machine mounts its disk; {@code /storage} by default. */
  @Value.Default
  default String path() {
    return "/storage";
  }

  /** The label of the file system, which it is mounted by; {@code storage} by default. */
  @Value.Default
  default String label() {
    return "storage";
  }

  /** A machine mounts one disk there, and path and label are what systemd and ext4 take. */
  @Value.Check
  default void check() {
    if (!path().matches("(/[a-z0-9_]+)+")) {
      Invalid.setting(
          "'%s' is not a folder to mount at: use an absolute path of lower-case letters, digits and underscores"
              .formatted(path()));
    }
    if (!label().matches("[A-Za-z0-9_-]{1,16}")) {
      Invalid.setting(
          "'%s' is not a label: ext4 has room for 16 letters, digits, hyphens and underscores"
              .formatted(label()));
    }
    var machines = luns().stream().map(lun -> lun.machine().name()).toList();
    if (machines.stream().distinct().count() < machines.size()) {
      Invalid.setting(
          "luns are for %s: a machine mounts one disk at %s, give the other a component and path of its own"
              .formatted(machines, path()));
    }
  }

  /** A new builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IscsiInitiatorProps}. */
  final class Builder extends ImmutableIscsiInitiatorProps.Builder {}
}

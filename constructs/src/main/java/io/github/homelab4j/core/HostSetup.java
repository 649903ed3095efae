package io.github.homelab4j.core;

import java.util.ArrayList;
import java.util.List;

/**
 * What it takes on a machine besides files, for whatever sets it up.
 *
 * @param packages Debian's packages, installed first
 * @param commands run when one of its files changed, before the units
 * @param units of systemd: enabled and started, and reloaded or else restarted when one of its
 *     files changed
 */
public record HostSetup(List<String> packages, List<String> commands, List<String> units) {
  /** Nothing but the files. */
  public static final HostSetup NOTHING = new HostSetup(List.of(), List.of(), List.of());

  /** With packages of Debian. */
  public HostSetup withPackages(String... more) {
    return new HostSetup(joined(packages, more), commands, units);
  }

  /** With commands, which must do no harm when they are run again. */
  public HostSetup withCommands(String... more) {
    return new HostSetup(packages, joined(commands, more), units);
  }

  /** With units, as {@code named.service}. */
  public HostSetup withUnits(String... more) {
    return new HostSetup(packages, commands, joined(units, more));
  }

  private static List<String> joined(List<String> some, String... more) {
    var all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}

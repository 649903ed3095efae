package io.github.homelab4j.core;

import java.util.ArrayList;
import java.util.List;

/**
 * What it takes on a machine besides files, for whatever sets it up.
 *
 * @param packages Debian's packages, installed first
 * @param downloads programs that Debian does not have
 * @param commands run when one of its files changed, before the units
 * @param started units of systemd that are enabled and started, and nothing more: a file system
 *     that others use, what its own commands restart
 * @param units other units of systemd: enabled and started, and reloaded or else restarted when one
 *     of its files changed
 */
public record HostSetup(
    List<String> packages,
    List<Download> downloads,
    List<String> commands,
    List<String> started,
    List<String> units) {
  /** Nothing but the files. */
  public static final HostSetup NOTHING =
      new HostSetup(List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * A program to download.
   *
   * @param url where it is
   * @param checksums where the list of SHA-256 sums is that it must be in
   * @param path where it goes on the machine, as {@code /usr/local/bin/k3s}
   */
  public record Download(String url, String checksums, String path) {}

  /** With packages of Debian. */
  public HostSetup withPackages(String... more) {
    return new HostSetup(joined(packages, more), downloads, commands, started, units);
  }

  /** With programs to download. */
  public HostSetup withDownloads(Download... more) {
    return new HostSetup(packages, joined(downloads, more), commands, started, units);
  }

  /** With commands, which must do no harm when they are run again. */
  public HostSetup withCommands(String... more) {
    return new HostSetup(packages, downloads, joined(commands, more), started, units);
  }

  /** With units that a change of the files must not restart. */
  public HostSetup withStarted(String... more) {
    return new HostSetup(packages, downloads, commands, joined(started, more), units);
  }

  /** With units, as {@code named.service}. */
  public HostSetup withUnits(String... more) {
    return new HostSetup(packages, downloads, commands, started, joined(units, more));
  }

  @SafeVarargs
  private static <T> List<T> joined(List<T> some, T... more) {
    var all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}

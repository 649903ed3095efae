package io.github.homelab4j.core;

import io.github.homelab4j.plan.Machine;
import java.util.regex.Pattern;

/**
 * A file for a machine, written to {@code hosts/<machine>/<path>}. What the machine's file system
 * takes as it is lies there as it does on the machine: {@code etc/bind/named.conf.local} is {@code
 * /etc/bind/named.conf.local}.
 *
 * @param machine whose it is
 * @param path where it lies, without a leading slash
 * @param kind what reads it
 * @param text what is in it; the last line ends with a line break
 * @throws InvalidPropsException when the path leaves the machine's folder
 */
public record HostFile(Machine machine, String path, FileKind kind, String text) {
  private static final Pattern PATH =
      Pattern.compile("(?!.*(?:^|/)\\.{1,2}(?:/|$))[A-Za-z0-9_@%+.-]+(/[A-Za-z0-9_@%+.-]+)*");

  /** Checks the path, and ends the text with a line break. */
  public HostFile {
    if (!PATH.matcher(path).matches()) {
      throw new InvalidPropsException(
          "'%s' is not a path below the folder of machine %s: use letters, digits and slashes, without a leading one"
              .formatted(path, machine.name()));
    }
    text = text.endsWith("\n") ? text : text + "\n";
  }

  /** Its path below the cluster's folder. */
  public String output() {
    return "hosts/%s/%s".formatted(machine.name(), path);
  }
}

package io.github.homelab4j.core;

import io.github.homelab4j.plan.Machine;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file for a machine, written to {@code hosts/<machine>/<path>}. What the machine's file system
 * takes as it is lies there as it does on the machine: {@code etc/bind/named.conf.local} is {@code
 * /etc/bind/named.conf.local}.
 *
 * @param machine whose it is
 * @param path where it lies, without a leading slash; a template's ends with {@code .j2} here, and
 *     not on the machine
 * @param kind what reads it
 * @param text what is in it; the last line ends with a line break
 * @param secrets whose values are filled in on the way to the machine; with any, it is a template
 * @throws InvalidPropsException when the path leaves the machine's folder
 */
public record HostFile(
    Machine machine, String path, FileKind kind, String text, List<StoreKeyRef> secrets) {
  /** What a template's path ends with. */
  public static final String TEMPLATE = ".j2";

  private static final Pattern PATH =
      Pattern.compile("(?!.*(?:^|/)\\.{1,2}(?:/|$))[A-Za-z0-9_@%+.-]+(/[A-Za-z0-9_@%+.-]+)*");
  private static final Pattern FIRST = Pattern.compile("#!|#cloud-config\\n");

  /** Checks the path, and ends the text with a line break. */
  public HostFile {
    if (!PATH.matcher(path).matches()) {
      throw new InvalidPropsException(
          "'%s' is not a path below the folder of machine %s: use letters, digits and slashes, without a leading one"
              .formatted(path, machine.name()));
    }
    text = text.endsWith("\n") ? text : text + "\n";
    secrets = List.copyOf(secrets);
  }

  /** A file without secrets. */
  public HostFile(Machine machine, String path, FileKind kind, String text) {
    this(machine, path, kind, text, List.of());
  }

  /** Where it lies on the machine, without a leading slash. */
  public String target() {
    return secrets.isEmpty() ? path : path.substring(0, path.length() - TEMPLATE.length());
  }

  /** With a first line that names the class it is from, and those that name its variables. */
  HostFile from(Class<?> source) {
    var explained = HostSecrets.explained(path, kind.comment(), text, secrets);
    if (kind.comment().isEmpty()) {
      return this;
    }
    var head =
        "%s From %s: change the stack, not this file.\n%s"
            .formatted(kind.comment(), source.getName(), explained);
    // Some readers tell what a file is by its first line.
    var start = FIRST.matcher(text).lookingAt() ? text.indexOf('\n') + 1 : 0;
    return new HostFile(
        machine, path, kind, text.substring(0, start) + head + text.substring(start), secrets);
  }

  /** Its path below the cluster's folder. */
  public String output() {
    return "hosts/%s/%s".formatted(machine.name(), path);
  }
}

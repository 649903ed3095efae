package io.github.homelab4j.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A section of a file of OpenWrt's configuration.
 *
 * @see <a href="https://openwrt.org/docs/guide-user/base-system/uci">The UCI system</a>
 */
final class UciSection {
  private final List<String> lines = new ArrayList<>();

  private UciSection(String head) {
    lines.add(head);
  }

  /** A section without a name of its own. */
  static UciSection of(String type) {
    return new UciSection("config " + type);
  }

  /** A section with a name. */
  static UciSection of(String type, String name) {
    return new UciSection("config %s '%s'".formatted(type, name));
  }

  /** With a value. */
  UciSection option(String name, Object value) {
    lines.add("\toption %s '%s'".formatted(name, value));
    return this;
  }

  /** With one of several values. */
  UciSection list(String name, Object value) {
    lines.add("\tlist %s '%s'".formatted(name, value));
    return this;
  }

  /** All sections of a file. */
  static String text(List<UciSection> sections) {
    return sections.stream()
        .map(section -> String.join("\n", section.lines))
        .collect(Collectors.joining("\n\n"));
  }
}

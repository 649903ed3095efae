package io.github.homelab4j.invariants.k3spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section of a configuration file of OpenWrt.
 *
 * @param type what it is, as {@code redirect}
 * @param name its name
 * @param options its options; of a list the last item
 */
record Uci(String type, String name, Map<String, String> options) {
  /** The sections of a file of the gateway. */
  static List<Uci> sections(String file) {
    var sections = new ArrayList<Uci>();
    for (var line : Pi.host("openwrt", "etc/config/" + file).lines().map(String::strip).toList()) {
      var words = line.split(" ", 3);
      if (words[0].equals("config")) {
        sections.add(
            new Uci(words[1], words.length > 2 ? unquoted(words[2]) : "", new LinkedHashMap<>()));
      } else if (words[0].equals("option") || words[0].equals("list")) {
        sections.get(sections.size() - 1).options().put(words[1], unquoted(words[2]));
      }
    }
    return sections;
  }

  /** The sections of a type. */
  static List<Uci> sections(String file, String type) {
    return sections(file).stream().filter(section -> section.type().equals(type)).toList();
  }

  String option(String key) {
    return options.getOrDefault(key, "");
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }
}

package io.github.homelab4j.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The part of HashiCorp's configuration language that we write: a line for each value, and blocks
 * of one level.
 *
 * @see <a href="https://github.com/hashicorp/hcl/tree/v1.0.1-vault-7">HCL 1, as Vault reads it</a>
 */
final class Hcl {
  private static final Pattern BLOCK = Pattern.compile("(?<type>[a-z]+) \"(?<label>[^\"]+)\" \\{");
  private static final Pattern VALUE =
      Pattern.compile("\\s*(?<name>[a-z_]+) = (?<value>true|false|\"[^\"]*\"|\\[\"[^\"]*\"\\])");

  private Hcl() {}

  /**
   * What is wrong with a text.
   *
   * @param known the values that stand in a block of each type, as patterns by name; the empty type
   *     is what stands in none
   */
  static List<String> findings(String text, Map<String, Map<String, String>> known) {
    var findings = new ArrayList<String>();
    var type = "";
    for (var line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var block = BLOCK.matcher(line);
      var value = VALUE.matcher(line);
      if (type.isEmpty() && block.matches() && known.containsKey(block.group("type"))) {
        type = block.group("type");
      } else if (!type.isEmpty() && line.equals("}")) {
        type = "";
      } else if (!value.matches()
          || !value.group("value").matches(known.get(type).getOrDefault(value.group("name"), ""))) {
        findings.add("'%s' does not stand there".formatted(line.strip()));
      }
    }
    if (!type.isEmpty()) {
      findings.add("a block of %s does not end".formatted(type));
    }
    return findings;
  }
}

package io.github.homelab4j.diff;

import io.github.homelab4j.core.FileKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What a machine lets in that it did not before. */
final class WaysIn {
  private static final String SIGN = "+ ";
  private static final Pattern NFT = Pattern.compile("\\baccept\\b");
  private static final Pattern JUNOS = Pattern.compile("host-inbound-traffic|\\bthen permit\\b");
  // Of OpenWrt's firewall: what forwards by itself, and what may accept.
  private static final Pattern FORWARDS = Pattern.compile("config (redirect|forwarding)\\b.*");
  private static final Pattern MAY_ACCEPT = Pattern.compile("config (rule|zone|defaults)\\b.*");
  private static final Pattern ACCEPTS =
      Pattern.compile("option (target|input|forward) '?ACCEPT'?", Pattern.CASE_INSENSITIVE);
  private static final Pattern OFF = Pattern.compile("option enabled '?0'?");

  private WaysIn() {}

  /**
   * What a file opens.
   *
   * @param kind what it is, as {@link FileKind#what} says
   * @param lines what differs, as {@link FileDiff#lines} has it
   */
  static List<Mark> opened(String kind, String before, String after, List<String> lines) {
    if (kind.equals(FileKind.NFTABLES.what())) {
      return lines(lines, NFT);
    }
    if (kind.equals(FileKind.JUNOS.what())) {
      return lines(lines, JUNOS);
    }
    return kind.equals(FileKind.UCI.what()) ? sections(before, after) : List.of();
  }

  private static List<Mark> lines(List<String> lines, Pattern opens) {
    return lines.stream()
        .filter(line -> line.startsWith(SIGN) && opens.matcher(line).find())
        .map(line -> mark(line.substring(SIGN.length()).strip()))
        .toList();
  }

  private static List<Mark> sections(String before, String after) {
    var known = new HashSet<>(split(before));
    return split(after).stream()
        .filter(section -> !known.contains(section) && isOpen(section))
        .map(section -> mark(section.get(0)))
        .toList();
  }

  private static boolean isOpen(List<String> section) {
    if (section.stream().anyMatch(line -> OFF.matcher(line).matches())) {
      return false;
    }
    return FORWARDS.matcher(section.get(0)).matches()
        || (MAY_ACCEPT.matcher(section.get(0)).matches()
            && section.stream().anyMatch(line -> ACCEPTS.matcher(line).matches()));
  }

  private static List<List<String>> split(String text) {
    var sections = new ArrayList<List<String>>();
    for (var line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      if (line.startsWith("config ") || sections.isEmpty()) {
        sections.add(new ArrayList<>());
      }
      sections.get(sections.size() - 1).add(line);
    }
    return sections;
  }

  private static Mark mark(String what) {
    return new Mark(Danger.EXPOSURE, "it is a new way in, or a wider one: " + what);
  }
}

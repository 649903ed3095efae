package io.github.homelab4j.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours the lines of a difference by their sign. */
final class Colours {
  private Colours() {}

  static String of(String text) {
    return text.lines().map(Colours::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(String line) {
    var said = line.stripLeading();
    if (said.length() < 2 || said.charAt(1) != ' ') {
      return line;
    }
    return switch (said.charAt(0)) {
      case '+' -> styled(Style.fg_green, line);
      case '-' -> styled(Style.fg_red, line);
      case '~', '^' -> styled(Style.fg_yellow, line);
      case '!' -> styled(Style.bold, styled(Style.fg_red, line));
      default -> line;
    };
  }

  private static String styled(IStyle style, String line) {
    return style.on() + line + style.off();
  }
}

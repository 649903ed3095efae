package io.github.homelab4j.check.object;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Schedules as {@code robfig/cron} reads them, which Kubernetes and the operators use.
 *
 * @see <a href="https://pkg.go.dev/github.com/robfig/cron/v3">robfig/cron</a>
 */
final class Cron {
  private static final List<String> ALIASES =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final Pattern EVERY = Pattern.compile("@every ([0-9.]+(ns|us|µs|ms|s|m|h))+");
  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
  private static final String DAYS = "sun mon tue wed thu fri sat";
  private static final List<Field> FIELDS =
      List.of(
          new Field("second", 0, 59, ""),
          new Field("minute", 0, 59, ""),
          new Field("hour", 0, 23, ""),
          new Field("day", 1, 31, ""),
          new Field("month", 1, 12, MONTHS),
          new Field("weekday", 0, 6, DAYS));
  private static final Pattern PART = Pattern.compile("([*?]|\\w+(?:-\\w+)?)(?:/(\\d{1,4}))?");

  private Cron() {}

  /** What is wrong with a schedule, if anything. */
  static Optional<String> problem(String text, boolean seconds) {
    if (text.startsWith("@")) {
      return ALIASES.contains(text) || EVERY.matcher(text).matches()
          ? Optional.empty()
          : Optional.of("'%s' is none of %s".formatted(text, String.join(", ", ALIASES)));
    }
    var fields = seconds ? FIELDS : FIELDS.subList(1, 6);
    var parts = text.trim().split("\\s+");
    if (parts.length != fields.size()) {
      return Optional.of("it has %s fields and not %s".formatted(parts.length, fields.size()));
    }
    for (int i = 0; i < parts.length; i++) {
      for (var part : parts[i].split(",", -1)) {
        if (!fields.get(i).allows(part)) {
          return Optional.of(
              "%s '%s' is not from %s to %s"
                  .formatted(fields.get(i).name, part, fields.get(i).first, fields.get(i).last));
        }
      }
    }
    return Optional.empty();
  }

  private record Field(String name, int first, int last, String words) {
    boolean allows(String part) {
      var match = PART.matcher(part);
      if (!match.matches() || (match.group(2) != null && Integer.parseInt(match.group(2)) == 0)) {
        return false;
      }
      if (match.group(1).equals("*") || match.group(1).equals("?")) {
        return true;
      }
      var ends = match.group(1).split("-");
      int from = number(ends[0]);
      int to = number(ends[ends.length - 1]);
      return first <= from && from <= to && to <= last;
    }

    private int number(String text) {
      if (!text.chars().allMatch(Character::isDigit)) {
        var at = List.of(words.split(" ")).indexOf(text.toLowerCase(Locale.ROOT));
        return at < 0 ? -1 : at + first;
      }
      return text.length() > 2 ? -1 : Integer.parseInt(text);
    }
  }
}

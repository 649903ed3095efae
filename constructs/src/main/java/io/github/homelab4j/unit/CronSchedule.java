package io.github.homelab4j.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.homelab4j.core.Invalid;
import io.github.homelab4j.core.InvalidPropsException;
import java.util.regex.Pattern;

/**
 * A cron schedule of five fields: minute, hour, day of month, month, day of week.
 *
 * @param text the five fields
 * @throws InvalidPropsException when a field is missing or out of its range
 */
public record CronSchedule(@JsonValue String text) {
  // Sunday is 0 and not 7, for Go's cron library.
  private static final int[][] RANGES = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 6}};
  private static final Pattern PART =
      Pattern.compile("(\\*|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");

  /** Checks the five fields. */
  public CronSchedule {
    var fields = text.split(" ");
    if (fields.length != 5) {
      Invalid.setting(
          "'%s' has %s fields: a schedule has five, minute hour day month weekday"
              .formatted(text, fields.length));
    }
    for (int i = 0; fields.length == 5 && i < 5; i++) {
      for (var part : fields[i].split(",")) {
        check(text, part, RANGES[i]);
      }
    }
  }

  /** Every day at a time of day, in the time zone of the controller (UTC). */
  public static CronSchedule daily(int hour, int minute) {
    return new CronSchedule("%s %s * * *".formatted(minute, hour));
  }

  /** As written: {@code CronSchedule.of("0 3 * * 0")}. */
  public static CronSchedule of(String text) {
    return new CronSchedule(text);
  }

  /**
   * The same with a leading field for the second, as Go's cron library and CloudNativePG read it.
   */
  public String withSeconds() {
    return "0 " + text;
  }

  @Override
  public String toString() {
    return text;
  }

  private static void check(String text, String part, int[] range) {
    var matcher = PART.matcher(part);
    var valid = matcher.matches();
    for (int group = 2; valid && group <= 3; group++) {
      var number = matcher.group(group);
      valid =
          number == null
              || (Integer.parseInt(number) >= range[0] && Integer.parseInt(number) <= range[1]);
    }
    valid = valid && isForward(matcher.group(2), matcher.group(3)) && !isZero(matcher.group(4));
    if (!valid) {
      Invalid.setting(
          "'%s' in schedule '%s' is not between %s and %s: write numbers, ranges, lists, * or */n"
              .formatted(part, text, range[0], range[1]));
    }
  }

  private static boolean isForward(String from, String to) {
    return to == null || Integer.parseInt(from) <= Integer.parseInt(to);
  }

  private static boolean isZero(String step) {
    return step != null && Integer.parseInt(step) == 0;
  }
}

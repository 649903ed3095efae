package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Schedules of jobs and backups, and their time zones. */
final class Schedules implements Check {
  private static final Fields SCHEDULES =
      Fields.of(
          Map.of(
              "CronJob", List.of("/spec/schedule"),
              "ReplicationSource", List.of("/spec/trigger/schedule"),
              "ScheduledBackup", List.of("/spec/schedule"),
              "Schedule", List.of("/spec/schedule", "/spec/backup/schedule")));
  private static final Fields ZONES = Fields.of(Map.of("CronJob", List.of("/spec/timeZone")));
  private static final Set<String> KNOWN_ZONES = ZoneId.getAvailableZoneIds();

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.CRON_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      SCHEDULES.each(
          cluster,
          (subject, pointer, value) -> {
            // CloudNativePG's schedules begin with the second.
            var seconds = subject.emitted().kind().equals("ScheduledBackup");
            var problem = Cron.problem(value.asText(), seconds);
            report.judge(
                ObjectRule.CRON_INVALID,
                subject,
                problem.isEmpty(),
                () ->
                    "%s is '%s', but %s: write %sminute hour day month weekday"
                        .formatted(
                            Fields.describe(subject, pointer),
                            value.asText(),
                            problem.orElseThrow(),
                            seconds ? "second " : ""));
          });
      ZONES.each(
          cluster,
          (subject, pointer, value) ->
              report.judge(
                  ObjectRule.CRON_INVALID,
                  subject,
                  KNOWN_ZONES.contains(value.asText()),
                  () ->
                      "%s is '%s', which is no time zone: write one as Europe/Berlin or Etc/UTC"
                          .formatted(Fields.describe(subject, pointer), value.asText())));
    }
  }
}

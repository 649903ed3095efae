package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Keys of ConfigMaps are file names, and all of one fit into a mebibyte. */
final class ConfigMapData implements Check {
  private static final Pattern KEY = Pattern.compile("(?!\\.\\.?$)[-._a-zA-Z0-9]{1,253}");
  private static final int LIMIT = 1 << 20;

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.DATA_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.objects("ConfigMap").forEach(subject -> check(subject, report));
    }
  }

  private static void check(Subject subject, Report report) {
    var size = 0;
    for (var part : List.of("data", "binaryData")) {
      var fields = subject.emitted().tree().path(part).fields();
      while (fields.hasNext()) {
        var field = fields.next();
        size += field.getValue().asText().getBytes(StandardCharsets.UTF_8).length;
        report.judge(
            ObjectRule.DATA_INVALID,
            subject,
            KEY.matcher(field.getKey()).matches(),
            () ->
                "'%s' of %s is not a key: use letters, digits, hyphens, underscores and dots"
                    .formatted(field.getKey(), subject.emitted().describe()));
      }
    }
    var bytes = size;
    report.judge(
        ObjectRule.DATA_INVALID,
        subject,
        bytes <= LIMIT,
        () ->
            "%s holds %s bytes, and at most %s fit: split it"
                .formatted(subject.emitted().describe(), bytes, LIMIT));
  }
}

package io.github.homelab4j.check.object;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.regex.Pattern;

/** Keys of ConfigMaps are file names. */
final class ConfigMapData implements Check {
  private static final Pattern KEY = Pattern.compile("(?!\\.\\.?$)[-._a-zA-Z0-9]{1,253}");

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
    for (var part : List.of("data", "binaryData")) {
      subject
          .emitted()
          .tree()
          .path(part)
          .fieldNames()
          .forEachRemaining(
              key ->
                  report.judge(
                      ObjectRule.DATA_INVALID,
                      subject,
                      KEY.matcher(key).matches(),
                      () ->
                          "'%s' of %s is not a key: use letters, digits, hyphens, underscores and dots"
                              .formatted(key, subject.emitted().describe())));
    }
  }
}

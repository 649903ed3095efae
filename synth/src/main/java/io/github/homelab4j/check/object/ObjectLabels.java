package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Labels and keys of annotations that the API server takes; and labels that say what a pod is. */
final class ObjectLabels implements Check {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final String[] LABELS = {
    "/metadata/labels",
    "/spec/selector/matchLabels",
    "/spec/template/metadata/labels",
    "/spec/jobTemplate/spec/template/metadata/labels"
  };
  private static final String[] ANNOTATIONS = {
    "/metadata/annotations",
    "/spec/template/metadata/annotations",
    "/spec/jobTemplate/spec/template/metadata/annotations"
  };

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.LABEL_INVALID, ObjectRule.LABELS_RECOMMENDED);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var known = new HashMap<String, Boolean>();
    for (var cluster : homelab.clusters()) {
      for (var subject : cluster.objects()) {
        for (var pointer : LABELS) {
          labels(subject, subject.emitted().at(pointer), known, report);
        }
        for (var pointer : ANNOTATIONS) {
          subject
              .emitted()
              .at(pointer)
              .fieldNames()
              .forEachRemaining(key -> key("annotation", subject, key, known, report));
        }
      }
      cluster.workloads().stream()
          .filter(workload -> workload.source() == Workload.Source.EMITTED)
          .forEach(workload -> recommended(workload, report));
    }
  }

  private static void labels(
      Subject subject, JsonNode labels, Map<String, Boolean> known, Report report) {
    labels
        .fields()
        .forEachRemaining(
            label -> {
              key("label", subject, label.getKey(), known, report);
              var value = label.getValue().asText();
              report.judge(
                  ObjectRule.LABEL_INVALID,
                  subject,
                  label.getKey() + "=" + value,
                  value.isEmpty() || NAME.matcher(value).matches(),
                  () ->
                      "label %s of %s is '%s', which has %s characters: use at most 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends"
                          .formatted(
                              label.getKey(), subject.emitted().describe(), value, value.length()));
            });
  }

  private static void key(
      String what, Subject subject, String key, Map<String, Boolean> known, Report report) {
    report.judge(
        ObjectRule.LABEL_INVALID,
        subject,
        key,
        known.computeIfAbsent(key, ObjectLabels::isKey),
        () ->
            "'%s' is not a key for %s of %s: write a DNS name, a slash and at most 63 letters, digits, hyphens, underscores and dots"
                .formatted(
                    key,
                    what.equals("label") ? "a label" : "an annotation",
                    subject.emitted().describe()));
  }

  private static boolean isKey(String key) {
    var slash = key.indexOf('/');
    return NAME.matcher(key.substring(slash + 1)).matches()
        && (slash < 0 || Names.SUBDOMAIN.allows(key.substring(0, slash), 253));
  }

  private static void recommended(Workload workload, Report report) {
    report.judge(
        ObjectRule.LABELS_RECOMMENDED,
        workload.subject(),
        workload.labels().containsKey("app.kubernetes.io/name"),
        () ->
            "pods of %s have no label app.kubernetes.io/name (they have %s): add it"
                .formatted(
                    workload.describe(),
                    workload.labels().isEmpty()
                        ? "none"
                        : String.join(", ", workload.labels().keySet())));
  }
}

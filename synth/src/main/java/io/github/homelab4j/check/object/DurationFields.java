package io.github.homelab4j.check.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.ClusterView;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.ObjectRule;
import io.github.homelab4j.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Durations, each in the form of who reads it: Go knows no days, Prometheus does, and Gateway API
 * takes no fractions.
 */
final class DurationFields implements Check {
  private static final List<String> SOURCE = List.of("/spec/interval", "/spec/timeout");
  private static final Form GO =
      new Form(
          Pattern.compile("0|(\\d+(\\.\\d+)?(ms|s|m|h))+"),
          "hours, minutes and seconds, as 24h or 1h30m",
          Fields.of(
              Map.ofEntries(
                  Map.entry("GitRepository", SOURCE),
                  Map.entry("HelmRepository", SOURCE),
                  Map.entry("OCIRepository", SOURCE),
                  Map.entry("Bucket", SOURCE),
                  Map.entry(
                      "Kustomization",
                      List.of("/spec/interval", "/spec/timeout", "/spec/retryInterval")),
                  Map.entry(
                      "HelmRelease",
                      List.of(
                          "/spec/interval",
                          "/spec/timeout",
                          "/spec/install/timeout",
                          "/spec/upgrade/timeout",
                          "/spec/rollback/timeout",
                          "/spec/uninstall/timeout",
                          "/spec/test/timeout")),
                  Map.entry("Certificate", List.of("/spec/duration", "/spec/renewBefore")),
                  Map.entry("ExternalSecret", List.of("/spec/refreshInterval")),
                  Map.entry("ClusterExternalSecret", List.of("/spec/refreshTime")))));
  private static final Form PROMETHEUS =
      new Form(
          Pattern.compile("0|(?=.)(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?"),
          "whole units, the largest first, as 1d, 1h30m or 30s",
          Fields.of(
              Map.of(
                  "ServiceMonitor",
                  List.of("/spec/endpoints/*/interval", "/spec/endpoints/*/scrapeTimeout"),
                  "PodMonitor",
                  List.of(
                      "/spec/podMetricsEndpoints/*/interval",
                      "/spec/podMetricsEndpoints/*/scrapeTimeout"),
                  "PrometheusRule",
                  List.of("/spec/groups/*/interval", "/spec/groups/*/rules/*/for"))));
  private static final Form GATEWAY =
      new Form(
          Pattern.compile("(\\d{1,5}(h|m|s|ms)){1,4}"),
          "whole hours, minutes and seconds, as 1h30m",
          Fields.of(
              Map.of(
                  "HTTPRoute",
                  List.of(
                      "/spec/rules/*/timeouts/request", "/spec/rules/*/timeouts/backendRequest"))));

  @Override
  public List<? extends Rule> rules() {
    return List.of(ObjectRule.DURATION_INVALID);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      for (var form : List.of(GO, PROMETHEUS, GATEWAY)) {
        form.check(cluster, report);
      }
    }
  }

  private record Form(Pattern pattern, String advice, Fields fields) {
    void check(ClusterView cluster, Report report) {
      fields.each(cluster, (subject, pointer, value) -> check(subject, pointer, value, report));
    }

    private void check(Subject subject, String pointer, JsonNode value, Report report) {
      report.judge(
          ObjectRule.DURATION_INVALID,
          subject,
          pattern.matcher(value.asText()).matches(),
          () ->
              "%s is '%s', which its reader does not take: write %s"
                  .formatted(Fields.describe(subject, pointer), value.asText(), advice));
    }
  }
}

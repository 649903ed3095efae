package io.github.homelab4j.check.secret;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.SecretRule;
import java.util.List;

/** No Secret has values: External Secrets makes them, or the owner's encrypted files hold them. */
final class SecretObjects implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(SecretRule.SECRET_WITH_VALUES);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    for (var cluster : homelab.clusters()) {
      cluster.objects("Secret").forEach(subject -> check(subject, report));
    }
  }

  private static void check(Subject subject, Report report) {
    var secret = subject.emitted();
    var data = secret.at("/data");
    var plain = secret.at("/stringData");
    data.forEach(value -> conceal(value, report));
    plain.forEach(value -> conceal(value, report));
    var count = data.size() + plain.size();
    report.judge(
        SecretRule.SECRET_WITH_VALUES,
        subject,
        count == 0,
        () ->
            "%s holds %s in plain text: make it an ExternalSecret of a store's item, or an encrypted file in secrets/%s/"
                .formatted(
                    secret.describe(),
                    count == 1 ? "a value" : count + " values",
                    subject.cluster()));
  }

  // What is short stands in other words as well.
  private static void conceal(JsonNode value, Report report) {
    if (value.asText().length() >= 6) {
      report.conceal(value.asText());
    }
  }
}

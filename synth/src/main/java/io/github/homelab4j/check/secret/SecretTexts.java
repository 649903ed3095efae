package io.github.homelab4j.check.secret;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Scalar;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.rule.SecretRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No text of the output is a password, a token or a private key: not in values of charts, in
 * ConfigMaps, in annotations, in variables or arguments.
 */
final class SecretTexts implements Check {
  @Override
  public List<? extends Rule> rules() {
    return List.of(SecretRule.SECRET_IN_TEXT);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var known = new HashMap<String, List<Hit>>();
    for (var cluster : homelab.clusters()) {
      for (var scalar : cluster.scalars()) {
        // Values of a Secret are one finding of their own.
        if (!scalar.subject().emitted().kind().equals("Secret") && !scalar.value().isBoolean()) {
          check(scalar, known, report);
        }
      }
      for (var file : cluster.files()) {
        Scalar.each(file, scalar -> check(scalar, known, report));
      }
    }
  }

  private static void check(Scalar scalar, Map<String, List<Hit>> known, Report report) {
    var text = scalar.value().asText();
    var hits = known.computeIfAbsent(text, SecretScanner::find);
    if (hits.isEmpty()) {
      hits = SecretScanner.find(name(scalar), text);
    }
    if (hits.isEmpty()) {
      // A name may be given the secret, and its value may say nothing.
      hits = known.computeIfAbsent(scalar.key(), SecretScanner::find);
    }
    if (hits.isEmpty()) {
      report.judge(SecretRule.SECRET_IN_TEXT, scalar.subject(), true, () -> "");
    }
    for (var hit : hits) {
      if (hit.secret().length() >= 6) {
        report.conceal(hit.secret());
      }
      report.judge(
          SecretRule.SECRET_IN_TEXT,
          scalar.subject(),
          hit.secret(),
          false,
          () ->
              "%s is %s in plain text: put it into the secret store and pass its item, and revoke it if it was committed"
                  .formatted(scalar.describe(), hit.what()));
    }
  }

  // What a value is given to: a variable's name, the option before it in a list, or its field.
  private static String name(Scalar scalar) {
    var holder = scalar.holder();
    if (holder.isArray()) {
      var at = Integer.parseInt(scalar.pointer().substring(scalar.pointer().lastIndexOf('/') + 1));
      var before = at == 0 ? "" : holder.get(at - 1).asText();
      return before.startsWith("-") && !before.contains("=") ? before : scalar.key();
    }
    return scalar.key().equals("value") && holder.path("name").isTextual()
        ? holder.path("name").asText()
        : scalar.key();
  }
}

package io.github.homelab4j.check.secret;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Scalar;
import io.github.homelab4j.check.Subject;
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
    var search = new Search(report);
    for (var cluster : homelab.clusters()) {
      for (var subject : cluster.objects()) {
        // Values of a Secret are one finding of their own.
        if (!subject.emitted().kind().equals("Secret")) {
          search.in(subject);
        }
      }
      cluster.files().forEach(search::in);
    }
  }

  /** Looks through objects. Their fields have few names, each of which is looked at once. */
  private static final class Search {
    private final Map<String, Name> names = new HashMap<>();
    private final Report report;
    private int kept;

    Search(Report report) {
      this.report = report;
    }

    void in(Subject subject) {
      kept = 0;
      Scalar.each(subject, this::check);
      report.kept(SecretRule.SECRET_IN_TEXT, subject, kept);
    }

    private void check(Scalar scalar) {
      if (scalar.value().isBoolean()) {
        return;
      }
      var hits = hits(scalar);
      if (hits.isEmpty()) {
        kept++;
      }
      for (var hit : hits) {
        report(scalar, hit);
      }
    }

    private List<Hit> hits(Scalar scalar) {
      // What a number is, its name tells alone.
      var value = scalar.value();
      var hits = value.isNumber() ? List.<Hit>of() : SecretScanner.find(value.asText());
      var field = named(scalar.key());
      if (hits.isEmpty()) {
        var name = name(scalar);
        if ((name.equals(scalar.key()) ? field : named(name)).isCredential) {
          hits = SecretScanner.find(name, value.asText());
        }
      }
      // A name may be given the secret, and its value may say nothing.
      return hits.isEmpty() ? field.hits : hits;
    }

    private Name named(String name) {
      var known = names.get(name);
      if (known == null) {
        known = new Name(Assignments.isCredential(name), SecretScanner.find(name));
        names.put(name, known);
      }
      return known;
    }

    private void report(Scalar scalar, Hit hit) {
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
      var before = scalar.index() == 0 ? "" : holder.get(scalar.index() - 1).asText();
      return before.startsWith("-") && !before.contains("=") ? before : scalar.key();
    }
    return scalar.key().equals("value") && holder.path("name").isTextual()
        ? holder.path("name").asText()
        : scalar.key();
  }

  /** A name, as what it is given to tells, and by itself. */
  private record Name(boolean isCredential, List<Hit> hits) {}
}

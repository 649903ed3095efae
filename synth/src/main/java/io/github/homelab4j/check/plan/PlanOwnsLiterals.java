package io.github.homelab4j.check.plan;

import io.github.homelab4j.check.Check;
import io.github.homelab4j.check.HomelabView;
import io.github.homelab4j.check.Report;
import io.github.homelab4j.check.Subject;
import io.github.homelab4j.plan.HomelabPlan;
import io.github.homelab4j.rule.PlanRule;
import io.github.homelab4j.rule.Rule;
import io.github.homelab4j.unit.Hostname;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whatever address or host name of the homelab stands in the output, wherever it stands, is one of
 * the plan: what was typed into a value moves with nothing.
 */
public final class PlanOwnsLiterals implements Check {
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 =
      Pattern.compile(
          "(?<![\\w.-])" + OCTET + "(?:\\." + OCTET + "){3}(?:/\\d{1,2})?(?![\\w-]|\\.\\d)");
  // Eight groups, or fewer around a double colon. At least one digit tells them from words.
  private static final Pattern V6 =
      Pattern.compile(
          "(?<![\\w:.-])(?=[a-f:]*\\d)(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}"
              + "|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){1,7}:)"
              + "(?:/\\d{1,3})?(?![\\w:-]|\\.\\d)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<? extends Rule> rules() {
    return List.of(PlanRule.ADDRESS_NOT_IN_PLAN, PlanRule.HOSTNAME_NOT_IN_PLAN);
  }

  @Override
  public void run(HomelabView homelab, Report report) {
    var search = new Search(homelab.plan(), report);
    for (var cluster : homelab.clusters()) {
      cluster.objects().forEach(search::object);
      cluster.files().forEach(search::object);
    }
  }

  /** Looks through objects; the pattern of names is the homelab's own. */
  private static final class Search {
    private final PlanLiterals known;
    private final List<String> domains;
    private final Pattern names;
    private final Report report;

    Search(HomelabPlan plan, Report report) {
      this.known = new PlanLiterals(plan);
      this.domains =
          plan.domains().stream()
              .map(Hostname::name)
              .sorted(Comparator.comparing(String::length).reversed())
              .toList();
      // At any depth below a domain; not what an asterisk covers, and no prefix of a label's key.
      this.names =
          Pattern.compile(
              "(?<![\\w@.*-])(?:[a-z0-9](?:[-a-z0-9]*[a-z0-9])?\\.)+(?:"
                  + domains.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                  + ")(?![\\w-]|\\.[a-z0-9])");
      this.report = report;
    }

    void object(Subject subject) {
      Texts.of(subject.emitted().tree()).forEachWithKeys((way, text) -> look(subject, way, text));
    }

    private void look(Subject subject, Texts.Way way, String text) {
      // Cluster addresses have a rule of their own.
      if (!way.last().equals("clusterIP")) {
        if (holdsTogether(text, '.', 3)) {
          addresses(V4, subject, way, text);
        }
        if (holdsTogether(text, ':', 2)) {
          addresses(V6, subject, way, text);
        }
      }
      if (holdsDomain(text)) {
        var name = names.matcher(text);
        while (name.find()) {
          var found = name.group();
          var isLabel = text.equals(way.last()) && text.startsWith("/", name.end());
          report.judge(
              PlanRule.HOSTNAME_NOT_IN_PLAN,
              subject,
              found,
              isLabel || known.ownsName(found),
              () ->
                  "%s in %s of %s is not one of the plan's records: add a record there and pass its name on"
                      .formatted(found, way, subject.emitted().describe()));
        }
      }
    }

    private void addresses(Pattern pattern, Subject subject, Texts.Way way, String text) {
      var literal = pattern.matcher(text);
      while (literal.find()) {
        var found = literal.group();
        report.judge(
            PlanRule.ADDRESS_NOT_IN_PLAN,
            subject,
            found,
            known.ownsAddress(found),
            () ->
                "%s in %s of %s is not of the plan: add it there and pass it on"
                    .formatted(found, way, subject.emitted().describe()));
      }
    }

    private boolean holdsDomain(String text) {
      for (var domain : domains) {
        if (text.contains(domain)) {
          return true;
        }
      }
      return false;
    }

    // Most texts have not so many signs with nothing but digits between: patterns are slower.
    private static boolean holdsTogether(String text, char sign, int atLeast) {
      int signs = 0;
      int before = 0;
      for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, before)) {
        signs = isOfDigits(text, before, at) ? signs + 1 : 1;
        if (signs == atLeast) {
          return true;
        }
        before = at + 1;
      }
      return false;
    }

    private static boolean isOfDigits(String text, int start, int end) {
      for (int i = start; i < end; i++) {
        if (!isDigit(text.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    // Of either kind of address.
    private static boolean isDigit(char letter) {
      return letter >= '0' && letter <= '9'
          || letter >= 'a' && letter <= 'f'
          || letter >= 'A' && letter <= 'F';
    }
  }
}

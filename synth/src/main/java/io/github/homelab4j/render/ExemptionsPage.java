package io.github.homelab4j.render;

import io.github.homelab4j.check.Exempted;
import io.github.homelab4j.check.Verdict;
import io.github.homelab4j.core.Origin;
import io.github.homelab4j.graph.ClusterModel;
import io.github.homelab4j.rule.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code EXEMPTIONS.md} of a cluster: what may break which rule, and why. */
public final class ExemptionsPage {
  private ExemptionsPage() {}

  /** The page of a cluster. */
  public static String of(ClusterModel model, Verdict verdict) {
    var rows = rows(model, verdict);
    return """
        # Exemptions of %s

        What breaks a rule in this cluster, and why it may. One that is not needed any more is an error.

        %s
        """
        .formatted(
            model.id(),
            rows.isEmpty()
                ? "There are none."
                : Stream.concat(
                        Stream.of(
                            "| component | object | rule | reason | said by |",
                            "|---|---|---|---|---|"),
                        rows.stream().map(Row::text))
                    .collect(Collectors.joining("\n")));
  }

  private static List<Row> rows(ClusterModel model, Verdict verdict) {
    var exempted =
        verdict.exempted().stream()
            .filter(each -> each.subject().cluster().equals(model.id()))
            .map(ExemptionsPage::row);
    var tenants =
        model.cluster().tenants().stream()
            .map(
                tenant ->
                    new Row(
                        "tenant " + tenant,
                        TenantRights.describe(tenant),
                        TenantRights.EXEMPT_FROM,
                        TenantRights.REASON,
                        "the engine"));
    return Stream.concat(exempted, tenants)
        .distinct()
        .sorted(Comparator.comparing(Row::text))
        .toList();
  }

  private static Row row(Exempted exempted) {
    var subject = exempted.subject();
    var exemption = exempted.exemption();
    return new Row(
        subject.unit().map(unit -> unit.name()).orElse(""),
        subject.object().map(object -> object.describe()).orElse(""),
        exemption.rule(),
        exemption.reason(),
        exemption.origin().map(Origin::toString).orElse("the construct"));
  }

  private record Row(String component, String object, Rule rule, String reason, String saidBy) {
    String text() {
      return "| %s | %s | %s: %s | %s | %s |"
          .formatted(component, object, rule.code(), rule.about().what(), reason, saidBy);
    }
  }
}

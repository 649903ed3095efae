package io.github.homelab4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.homelab4j.core.Finding;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.example.Planted;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.kube.Meta;
import io.github.homelab4j.rule.ObjectRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final ExampleHomelab homelab = new ExampleHomelab();

  @Test
  void one_cause_is_one_finding_however_many_objects_suffer() {
    plant("first", "no label");
    new Planted(
        homelab.one(), "three", labelled("a", "x y"), labelled("b", "x y"), labelled("c", "x y"));
    assertThat(messages())
        .containsExactly(
            "label tier of ConfigMap apps/first is 'no label', which has 8 characters: use at most 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends",
            "label tier of ConfigMap apps/a is 'x y', which has 3 characters: use at most 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends (and so in 2 more places)");
  }

  @Test
  void two_causes_in_one_object_are_two_findings() {
    new Planted(homelab.one(), "two", labelled("A", "x y"));
    assertThat(Checks.run(Resolver.resolve(homelab)).findings())
        .extracting(Finding::code)
        .containsExactly("LABEL_INVALID", "NAME_INVALID");
  }

  @Test
  void what_is_judged_is_counted_by_rule_and_cluster() {
    plant("first", "fine");
    var judged = Checks.run(Resolver.resolve(homelab)).judged();
    assertThat(judged.get(ObjectRule.NAMESPACE_DEFAULT)).containsExactly(Map.entry("one", 1));
  }

  @Test
  void a_secret_is_kept_out_of_the_messages_of_other_rules() {
    var secret = "gh" + "p_" + "a1B2c3D4e5F6g7H8i9J0".repeat(4);
    plant("first", secret);
    var findings = Checks.run(Resolver.resolve(homelab)).findings();
    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly("LABEL_INVALID", "SECRET_IN_TEXT");
    assertThat(findings).extracting(Finding::message).noneMatch(text -> text.contains("a1B2c3"));
  }

  @Test
  void two_reports_put_together_say_what_one_would() {
    new Planted(homelab.one(), "three", labelled("a", "x"), labelled("b", "x"), labelled("c", "x"));
    var cluster = ClusterView.of(Resolver.resolve(homelab).clusters().get(0));
    var first = new Report();
    var second = new Report();
    var reports = List.of(second, first, second);
    var subjects = List.of("c", "a", "b");
    for (int i = 0; i < 3; i++) {
      var subject = cluster.object("ConfigMap", "apps", subjects.get(i)).orElseThrow();
      reports
          .get(i)
          .judge(ObjectRule.LABEL_INVALID, subject, "x", false, () -> name(subject) + " is hidden");
      reports.get(i).prove(subject, Proof.CHART);
    }
    second.conceal("hidden");
    first.kept(ObjectRule.LABEL_INVALID, cluster.objects().get(0), 5);
    first.add(second);
    var verdict = first.verdict();
    assertThat(verdict.findings())
        .extracting(Finding::message)
        .containsExactly("a is … (and so in 2 more places)");
    assertThat(verdict.judged().get(ObjectRule.LABEL_INVALID)).containsExactly(Map.entry("one", 8));
    assertThat(verdict.proofs()).containsEntry("one/three", Map.of(Proof.CHART, 3));
  }

  private static String name(Subject subject) {
    return subject.emitted().name();
  }

  private void plant(String name, String label) {
    new Planted(homelab.one(), name, labelled(name, label));
  }

  private static HasMetadata labelled(String name, String label) {
    var metadata = Meta.of(name, "apps");
    metadata.getLabels().put("tier", label);
    return new ConfigMapBuilder().withMetadata(metadata).build();
  }

  private List<String> messages() {
    return Checks.run(Resolver.resolve(homelab)).findings().stream().map(Finding::message).toList();
  }
}

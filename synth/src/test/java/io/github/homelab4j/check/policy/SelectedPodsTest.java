package io.github.homelab4j.check.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.check.Workload;
import io.github.homelab4j.check.reference.Selector;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pods budgets and network policies are about. */
class SelectedPodsTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Workload SHOP =
      new Workload(
          null,
          Workload.Source.EMITTED,
          "Deployment",
          "shop",
          "web",
          OptionalInt.of(2),
          Map.of("app", "shop"),
          MissingNode.getInstance(),
          field -> true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{matchLabels: {app: shop}}",
        "{matchExpressions: [{key: app, operator: In, values: [shop, wiki]}]}"
      })
  void a_budget_covers_what_labels_and_expressions_select(String selector) throws Exception {
    assertThat(budget(selector).covers(SHOP)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{matchLabels: {app: wiki}}",
        "{matchExpressions: [{key: app, operator: NotIn, values: [shop]}]}"
      })
  void a_budget_of_others_does_not_cover_it(String selector) throws Exception {
    assertThat(budget(selector).covers(SHOP)).isFalse();
  }

  @Test
  void a_budget_holds_up_nothing_where_nothing_runs() throws Exception {
    assertThat(budget("{}").letsGo(0)).isTrue();
    assertThat(budget("{}").letsGo(1)).isFalse();
    assertThat(budget("{}").letsGo(2)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{matchLabels: {'k8s:app': shop}}",
        "{matchLabels: {'any:app': shop, 'k8s:io.kubernetes.pod.namespace': web}}",
        "{matchExpressions: [{key: io.kubernetes.pod.namespace, operator: NotIn, values: [kube-system]}]}"
      })
  void a_policy_of_cilium_names_labels_by_their_source_and_namespaces_as_labels(String selector)
      throws Exception {
    assertThat(policy(selector).selects(SHOP)).isTrue();
  }

  @Test
  void a_policy_for_pods_of_another_namespace_does_not_select_it() throws Exception {
    assertThat(policy("{matchLabels: {'k8s:io.kubernetes.pod.namespace': mail}}").selects(SHOP))
        .isFalse();
  }

  private static PodBudget budget(String selector) throws Exception {
    return new PodBudget(
        "shop",
        "web",
        Optional.empty(),
        Selector.of(yaml(selector)),
        new IntNode(1),
        MissingNode.getInstance());
  }

  private static PolicySelector policy(String selector) throws Exception {
    return new PolicySelector("", Selector.of(yaml(selector)));
  }

  private static JsonNode yaml(String text) throws Exception {
    return YAML.readTree(text);
  }
}

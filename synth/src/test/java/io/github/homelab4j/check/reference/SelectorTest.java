package io.github.homelab4j.check.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectorTest {
  private static final Map<String, String> WEB = Map.of("app", "web", "tier", "front");

  @Test
  void every_label_must_be_there() {
    assertThat(selector("{matchLabels: {app: web}}").matches(WEB)).isTrue();
    assertThat(selector("{matchLabels: {app: web, tier: back}}").matches(WEB)).isFalse();
    assertThat(selector("{}").matches(WEB)).isTrue();
  }

  @Test
  void expressions_hold_as_kubernetes_reads_them() {
    assertThat(expression("{key: app, operator: In, values: [api, web]}").matches(WEB)).isTrue();
    assertThat(expression("{key: app, operator: In, values: [api]}").matches(WEB)).isFalse();
    assertThat(expression("{key: app, operator: NotIn, values: [web]}").matches(WEB)).isFalse();
    assertThat(expression("{key: none, operator: NotIn, values: [web]}").matches(WEB)).isTrue();
    assertThat(expression("{key: tier, operator: Exists}").matches(WEB)).isTrue();
    assertThat(expression("{key: tier, operator: DoesNotExist}").matches(WEB)).isFalse();
  }

  @Test
  void labels_of_cilium_are_the_same_with_and_without_their_source() {
    assertThat(selector("{matchLabels: {'k8s:app': web, 'any:tier': front}}").matches(WEB))
        .isTrue();
  }

  @Test
  void it_reads_as_people_write_it() {
    assertThat(
            selector(
                "{matchLabels: {app: web}, matchExpressions: [{key: tier, operator: In, values: [a, b]}]}"))
        .hasToString("app=web,tier In (a,b)");
  }

  private static Selector expression(String yaml) {
    return selector("{matchExpressions: [%s]}".formatted(yaml));
  }

  private static Selector selector(String yaml) {
    try {
      return Selector.of(new YAMLMapper().readValue(yaml, JsonNode.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

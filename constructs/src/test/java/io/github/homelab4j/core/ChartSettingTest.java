package io.github.homelab4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartSettingTest {
  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  @Test
  void what_is_told_wins_over_the_default() {
    var setting = ChartSetting.told("/replicas", "core.replicas", "1");
    assertThat(setting.in(NOTHING).intValue()).isEqualTo(1);
    assertThat(setting.in(Json.tree(Map.of("core", Map.of("replicas", 2)))).intValue())
        .isEqualTo(2);
  }

  @Test
  void maps_are_merged_as_helm_merges_them() {
    var setting =
        ChartSetting.told(
            "/resources", "resources", "{requests: {cpu: 100m}, limits: {memory: 1Gi}}");
    var values = JsonNodeFactory.instance.objectNode();
    values.putObject("resources").putNull("limits").putObject("requests").put("memory", "64Mi");
    assertThat(setting.in(values))
        .isEqualTo(Json.tree(Map.of("requests", Map.of("cpu", "100m", "memory", "64Mi"))));
    assertThat(setting.otherwise().at("/limits/memory").asText())
        .as("the default itself")
        .isEqualTo("1Gi");
  }

  @Test
  void lists_are_replaced() {
    var setting = ChartSetting.told("/volumes", "volumes", "[{name: a}, {name: b}]");
    var values = JsonNodeFactory.instance.objectNode();
    values.putArray("volumes").addObject().put("name", "c");
    assertThat(setting.in(values)).isEqualTo(values.get("volumes"));
  }

  @Test
  void without_a_default_it_is_not_known_until_it_is_told() {
    var setting = ChartSetting.told("/priorityClassName", "priority");
    assertThat(setting.in(NOTHING).isMissingNode()).isTrue();
    assertThat(setting.in(Json.tree(Map.of("priority", "high"))).asText()).isEqualTo("high");
  }

  @Test
  void no_default_means_that_the_field_is_absent() {
    assertThat(ChartSetting.told("/priorityClassName", "priority", "null").in(NOTHING).isNull())
        .isTrue();
  }

  @Test
  void what_is_fixed_is_told_by_no_value() {
    var setting = ChartSetting.fixed("/hostNetwork", "true");
    assertThat(setting.isTold()).isFalse();
    assertThat(setting.in(NOTHING).booleanValue()).isTrue();
  }

  @Test
  void rejects_a_default_that_is_not_yaml() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartSetting.fixed("/resources", "{requests: "))
        .withMessage("'{requests: ' is not YAML: correct it");
  }
}

package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Json;
import io.github.homelab4j.core.PodSecurity;
import io.github.homelab4j.unit.Quantity;
import org.junit.jupiter.api.Test;

class FluentBitTest {
  private final FluentBitProps.Builder props = FluentBitProps.builder().logs(Lab.LOGS);

  @Test
  void ships_lines_to_the_given_store_under_its_clusters_name() {
    var config = config(new FluentBit(new Lab(), "fluent-bit", props.build()));
    assertThat(config.get("outputs").textValue())
        .contains(
            "Host victoria-logs.observability.svc.cluster.local\n",
            "Port 9428\n",
            "Format json_lines\n",
            "URI /insert/jsonline?_msg_field=log&_time_field=date&_stream_fields=cluster,kubernetes.namespace_name,",
            "Retry_Limit no_limits\n");
    assertThat(config.get("filters").textValue()).contains("Record cluster apps\n");
  }

  @Test
  void reads_all_containers_but_itself_and_remembers_where_it_was() {
    assertThat(
            config(new FluentBit(new Lab(), "fluent-bit", props.build())).get("inputs").textValue())
        .contains(
            "Path /var/log/containers/*.log\n",
            "Exclude_Path /var/log/containers/fluent-bit-*_observability-agents_*.log\n",
            "multiline.parser cri\n",
            "DB /var/lib/fluent-bit/tail.db\n");
  }

  @Test
  void passes_the_charts_templating_unchanged() {
    assertThat(config(new FluentBit(new Lab(), "fluent-bit", props.build())).toString())
        .doesNotContain("{{");
  }

  @Test
  void runs_on_every_node_and_writes_only_its_own_folder_there() {
    var agent = new FluentBit(new Lab(), "fluent-bit", props.build());
    assertThat(agent)
        .values()
        .has("/tolerations/0/operator", "Exists")
        .hasNo("/tolerations/0/key")
        .has("/daemonSetVolumeMounts/0/readOnly", true)
        .has("/daemonSetVolumes/1/hostPath/path", "/var/lib/fluent-bit")
        .has("/securityContext/capabilities/drop/0", "ALL");
    assertThat(agent.podSecurity()).isEqualTo(PodSecurity.PRIVILEGED);
  }

  @Test
  void rejects_a_buffer_of_less_than_a_mebibyte() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.buffer(Quantity.of("1k")).build())
        .withMessage("buffer is 1k: give each node at least 1Mi, as Quantity.gi(1)");
  }

  private static JsonNode config(FluentBit agent) {
    return Json.tree(agent.objects().get(0)).at("/spec/values/config");
  }
}

package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.PodSecurity;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class ExportersTest {
  @Test
  void objects_are_counted_once_under_their_own_names_and_without_secrets() {
    assertThat(
            new KubeStateMetrics(
                new App(), "kube-state-metrics", KubeStateMetricsProps.builder().build()))
        .values()
        .has("/prometheus/monitor/enabled", true)
        .has("/prometheus/monitor/http/honorLabels", true)
        .has("/collectorsExclude/0", "secrets");
  }

  @Test
  void every_node_is_measured_under_the_name_that_kubernetes_gives_it() {
    var exporter =
        new NodeExporter(
            new App(), "prometheus-node-exporter", NodeExporterProps.builder().build());
    assertThat(exporter)
        .values()
        .has("/tolerations/0/operator", "Exists")
        .has("/prometheus/monitor/relabelings/0/targetLabel", "node")
        .has("/containerSecurityContext/allowPrivilegeEscalation", false);
    assertThat(exporter.podSecurity()).isEqualTo(PodSecurity.PRIVILEGED);
    assertThat(exporter.targetNamespace()).isEqualTo("observability-agents");
  }

  @Test
  void nodes_are_found_behind_a_service_or_as_pods() {
    var props = NodeExporterProps.builder();
    assertThat(new NodeExporter(new App(), "a", props.build()))
        .values()
        .has("/prometheus/monitor/enabled", true)
        .hasNo("/prometheus/podMonitor");
    props.monitor(NodeExporterProps.Monitor.POD);
    assertThat(new NodeExporter(new App(), "b", props.build()))
        .values()
        .has("/prometheus/podMonitor/enabled", true)
        .has("/prometheus/podMonitor/relabelings/0/targetLabel", "node")
        .hasNo("/prometheus/monitor");
  }
}

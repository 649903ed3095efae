package io.github.homelab4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.ValuesPatch;
import io.github.homelab4j.example.ExampleHomelab;
import io.github.homelab4j.graph.Resolver;
import io.github.homelab4j.observability.MetricsServer;
import io.github.homelab4j.observability.MetricsServerProps;
import org.junit.jupiter.api.Test;

class ChartPodsTest {
  @Test
  void pods_are_what_the_chart_is_told() {
    var workload = metricsServer(MetricsServerProps.builder().replicas(3).build());
    assertThat(workload.source()).isEqualTo(Workload.Source.CHART);
    assertThat(workload.describe()).isEqualTo("Deployment kube-system/metrics-server");
    assertThat(workload.subject().path()).isEqualTo("one/metrics-server");
    assertThat(workload.replicas()).hasValue(3);
    assertThat(workload.pod().at("/containers/0/name").asText()).isEqualTo("metrics-server");
    assertThat(workload.pod().at("/containers/0/resources/limits/memory").asText())
        .isEqualTo("200Mi");
    assertThat(workload.pod().at("/topologySpreadConstraints/0/topologyKey").asText())
        .isEqualTo("kubernetes.io/hostname");
  }

  @Test
  void what_is_not_told_is_the_default_of_the_chart() {
    var workload = metricsServer(MetricsServerProps.builder().build());
    assertThat(workload.pod().at("/priorityClassName").asText())
        .isEqualTo("system-cluster-critical");
    assertThat(workload.pod().at("/containers/0/securityContext/runAsNonRoot").booleanValue())
        .isTrue();
    assertThat(workload.pod().at("/hostNetwork").booleanValue()).isFalse();
  }

  @Test
  void free_values_reach_the_pods() {
    var values =
        ValuesPatch.of()
            .set("hostNetwork.enabled", true)
            .set("securityContext.runAsNonRoot", false)
            .set("resources.limits.memory", "1Gi");
    var props = MetricsServerProps.builder().replicas(2).extraValues(values).build();
    var pod = metricsServer(props).pod();
    assertThat(pod.at("/hostNetwork").booleanValue()).isTrue();
    assertThat(pod.at("/containers/0/securityContext/runAsNonRoot").booleanValue()).isFalse();
    assertThat(pod.at("/containers/0/securityContext/capabilities/drop/0").asText())
        .as("the rest of the default")
        .isEqualTo("ALL");
    assertThat(pod.at("/containers/0/resources/limits/memory").asText()).isEqualTo("1Gi");
  }

  @Test
  void only_what_is_said_of_the_chart_is_known() {
    var known = metricsServer(MetricsServerProps.builder().build()).known();
    assertThat(known.test("/hostPID")).isTrue();
    assertThat(known.test("/containers/0/securityContext/privileged")).isTrue();
    assertThat(known.test("/containers/0/resources")).isTrue();
    assertThat(known.test("/containers/0/image")).isFalse();
    assertThat(known.test("/containers/0/resourcesOfAnother")).isFalse();
    assertThat(known.test("/serviceAccountName")).isFalse();
  }

  @Test
  void the_release_stays_as_it_is() {
    var homelab = new ExampleHomelab();
    var server = new MetricsServer(homelab.one(), "metrics-server", props());
    var cluster = ClusterView.of(Resolver.resolve(homelab).clusters().get(0));
    var release = cluster.objects("HelmRelease").get(0).emitted().tree();
    var before = release.deepCopy();
    assertThat(cluster.workloads()).hasSameSizeAs(server.workloads());
    assertThat(release).isEqualTo(before);
  }

  private static MetricsServerProps props() {
    return MetricsServerProps.builder().metrics(false).build();
  }

  private static Workload metricsServer(MetricsServerProps props) {
    var homelab = new ExampleHomelab();
    new MetricsServer(homelab.one(), "metrics-server", props);
    var cluster = ClusterView.of(Resolver.resolve(homelab).clusters().get(0));
    return cluster.workloads().get(0);
  }
}

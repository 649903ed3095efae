package org.example.fleet;

import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpointBuilder;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.RelabelConfig;
import io.fabric8.openshift.api.model.monitoring.v1.RelabelConfigBuilder;
import io.github.homelab4j.kube.PodMonitors;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is read of the programs' metrics, with 7 to 24 rules that drop some of them. */
final class Monitors {
  private Monitors() {}

  static PodMonitor named(String name, Application application, Words words) {
    return PodMonitors.of(
        name,
        application.targetNamespace(),
        Map.of("app.kubernetes.io/instance", application.id()),
        List.of(endpoint(words)));
  }

  private static PodMetricsEndpoint endpoint(Words words) {
    return new PodMetricsEndpointBuilder()
        .withPort("http")
        .withInterval("30s")
        .withPath("/metrics")
        .withMetricRelabelings(
            IntStream.range(0, words.number(7, 24)).mapToObj(i -> rule(words)).toList())
        .build();
  }

  private static RelabelConfig rule(Words words) {
    return new RelabelConfigBuilder()
        .withAction("drop")
        .withSourceLabels("__name__", words.word())
        .withSeparator(";")
        .withRegex("%s_.*;(%s)".formatted(words.word(), words.words(4, "|")))
        .build();
  }
}

package io.github.homelab4j.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.homelab4j.apps.AppMetrics;
import io.github.homelab4j.apps.AppNodes;
import io.github.homelab4j.apps.AppPort;
import io.github.homelab4j.apps.AppVolume;
import io.github.homelab4j.apps.Application;
import io.github.homelab4j.apps.ApplicationProps;
import io.github.homelab4j.core.NamespaceRef;
import io.github.homelab4j.kube.Compute;
import io.github.homelab4j.observability.AlertGroup;
import io.github.homelab4j.observability.AlertRule;
import io.github.homelab4j.observability.AlertRules;
import io.github.homelab4j.observability.AlertRulesProps;
import io.github.homelab4j.stacks.k3spi.K3sPiHomelab;
import io.github.homelab4j.storage.Longhorn;
import io.github.homelab4j.synth.Synthesizer;
import io.github.homelab4j.unit.ImageRef;
import io.github.homelab4j.unit.Quantity;
import java.io.IOException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example of k3s-pi's document, namespace my-app with pods A, B and C, on the cluster. */
class PiExampleApplicationTest {
  private static SortedMap<String, String> files;

  @BeforeAll
  static void puts_the_example_on_the_cluster() {
    var homelab = new K3sPiHomelab();
    var cluster = homelab.clusters().get(0);
    var longhorn =
        cluster.components().stream()
            .filter(Longhorn.class::isInstance)
            .map(Longhorn.class::cast)
            .findFirst()
            .orElseThrow();
    Stream.of("a/my-data-1", "b/my-data-2", "c/my-data-3")
        .map(pod -> pod.split("/"))
        .forEach(
            pod ->
                new Application(
                    cluster,
                    "app-" + pod[0],
                    ApplicationProps.builder()
                        .namespace(NamespaceRef.of("my-app"))
                        .image(ImageRef.of("ghcr.io/example/my-app:1.4.2"))
                        .resources(Compute.of(Quantity.millis(50), Quantity.mi(64)))
                        .addPorts(AppPort.http(8080))
                        .metrics(AppMetrics.at("/metrics").every(Duration.ofSeconds(30)))
                        .addVolumes(
                            AppVolume.claim(
                                pod[1], "/data", longhorn.storageClass(), Quantity.gi(1)))
                        .where(AppNodes.preferably(cluster.plan().nodes().get(1)))
                        .build()));
    new AlertRules(
        cluster,
        "alert-rules",
        AlertRulesProps.builder()
            .addGroups(
                AlertGroup.of(
                    "my-app",
                    AlertRule.warning(
                        "ManyRequests",
                        Duration.ofMinutes(5),
                        "rate(http_requests_total[5m]) > 1000",
                        "{{ $labels.job }} is asked more than 1000 times a second")))
            .build());
    files = Synthesizer.synthesize(homelab).files().get("k3s-pi");
  }

  @Test
  void pods_of_my_app_mount_their_claims_of_class_longhorn_at_data() {
    for (var pod : Stream.of("a/my-data-1", "b/my-data-2", "c/my-data-3").toList()) {
      var name = "app-" + pod.charAt(0);
      var claim = pod.substring(2);
      var spec = tree(name + "/app/deployment.yaml").at("/spec/template/spec");
      assertThat(spec.at("/volumes/0/persistentVolumeClaim/claimName").asText()).isEqualTo(claim);
      assertThat(spec.at("/containers/0/volumeMounts/0/mountPath").asText()).isEqualTo("/data");
      var volume = tree(name + "/app/persistentvolumeclaim-" + claim + ".yaml");
      assertThat(volume.at("/metadata/namespace").asText()).isEqualTo("my-app");
      assertThat(volume.at("/spec/storageClassName").asText()).isEqualTo("longhorn");
    }
  }

  @Test
  void prometheus_reads_their_metrics_every_30s() {
    assertThat(tree("app-a/app/service.yaml").at("/spec/ports/0/port").asInt()).isEqualTo(8080);
    var endpoint = tree("app-a/app/servicemonitor.yaml").at("/spec/endpoints/0");
    assertThat(endpoint.path("path").asText()).isEqualTo("/metrics");
    assertThat(endpoint.path("interval").asText()).isEqualTo("30s");
  }

  @Test
  void an_alert_of_theirs_is_evaluated_by_prometheus() {
    assertThat(files.get("apps/monitoring/alert-rules/app/prometheusrule.yaml"))
        .contains("rate(http_requests_total[5m]) > 1000");
    assertThat(files.get("apps/monitoring/prometheus/app/prometheus.yaml"))
        .contains("  ruleNamespaceSelector: {}\n", "  ruleSelector: {}\n");
  }

  @Test
  void they_run_on_node3() {
    assertThat(tree("app-a/app/deployment.yaml").at("/spec/template/spec/affinity/nodeAffinity"))
        .anySatisfy(terms -> assertThat(terms.toString()).contains("\"node3\""));
  }

  /** Of the document's myapp-app.yaml and its folder. */
  @Test
  void flux_finds_them_through_a_line_of_their_namespace_and_their_own_kustomizations() {
    assertThat(files.get("apps/kustomization.yaml")).contains("./my-app");
    assertThat(files.get("apps/my-app/kustomization.yaml")).contains("./app-a/ks.yaml");
    // The document calls it myapp-app.yaml.
    var flux = tree("app-a/ks.yaml");
    assertThat(flux.path("kind").asText()).isEqualTo("Kustomization");
    assertThat(flux.at("/spec/path").asText()).isEqualTo("./clusters/k3s-pi/apps/my-app/app-a/app");
    assertThat(flux.at("/spec/dependsOn").findValuesAsText("name")).contains("longhorn-config");
  }

  private static JsonNode tree(String file) {
    var text = files.get("apps/my-app/" + file);
    assertThat(text).as("%s among %s", file, files.keySet()).isNotNull();
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

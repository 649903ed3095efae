package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.HostServiceRef;
import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.Loss;
import io.github.homelab4j.core.StoreItemRef;
import io.github.homelab4j.plan.HostPlan;
import io.github.homelab4j.plan.HostService;
import io.github.homelab4j.plan.Ip;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostScrapesTest {
  private static final HostPlan NODE1 =
      HostPlan.builder()
          .name("node1")
          .purpose("storage")
          .addAddresses(Ip.of("10.0.0.11"))
          .addServices(
              HostService.tcp("node-exporter", 9100, "metrics of the machine"),
              HostService.tcp("minio", 9091, "objects"),
              HostService.udp("dns", 53, "names"))
          .build();

  private static HostTarget target(String service) {
    return HostTarget.of(HostServiceRef.of(NODE1, service, Loss.DEGRADES));
  }

  private static HostScrapes scrapes(HostTarget... targets) {
    return new HostScrapes(
        new App(), "host-scrapes", HostScrapesProps.builder().addTargets(targets).build());
  }

  @Test
  void reads_a_service_of_the_plan_where_it_answers_under_the_machines_name() {
    assertThat(scrapes(target("node-exporter")))
        .resource("ScrapeConfig", "node1-node-exporter")
        .has("/spec/jobName", "node-exporter")
        .has("/spec/metricsPath", "/metrics")
        .has("/spec/scheme", "HTTP")
        .has("/spec/staticConfigs/0/targets/0", "10.0.0.11:9100")
        .has("/spec/staticConfigs/0/labels/node", "node1")
        .hasNo("/spec/authorization");
  }

  @Test
  void shows_the_token_that_a_service_asks_for() {
    var token = new StoreItemRef(Lab.STORE, "minio").key("metrics-token");
    var scrapes = scrapes(target("minio").at("/minio/v2/metrics/cluster").with(token));
    assertThat(scrapes)
        .resource("ScrapeConfig", "node1-minio")
        .has("/spec/metricsPath", "/minio/v2/metrics/cluster")
        .has("/spec/authorization/type", "Bearer")
        .has("/spec/authorization/credentials/name", "host-scrapes-minio")
        .has("/spec/authorization/credentials/key", "metrics-token");
    assertThat(scrapes).resource("ExternalSecret", "host-scrapes-minio");
  }

  @Test
  void rejects_no_targets() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(HostScrapesTest::scrapes)
        .withMessage("there are no targets: add one, or leave the component out");
  }

  @Test
  void rejects_what_is_read_twice() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> scrapes(target("minio"), target("minio")))
        .withMessage("service minio of host node1 is read twice: keep one");
  }

  @Test
  void rejects_a_service_over_datagrams() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> target("dns"))
        .withMessage(
            "dns of host node1, port 53 is served over UDP, but metrics are read over TCP: take another service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics", "/metrics?format=prometheus", ""})
  void rejects_what_is_not_a_path(String path) {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> target("minio").at(path))
        .withMessage(
            "'%s' is not the path of metrics: write it with a slash first, as /metrics"
                .formatted(path));
  }
}

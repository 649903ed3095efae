package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ServiceRef;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class LokiTest {
  private final LokiProps.Builder props = LokiProps.builder().storage(Lab.DISK);

  @Test
  void runs_in_one_process_on_its_volume() {
    assertThat(loki())
        .values()
        .has("/deploymentMode", "Monolithic")
        .has("/singleBinary/replicas", 1)
        .has("/singleBinary/persistence/storageClass", "openebs-hostpath")
        .has("/singleBinary/persistence/size", "20Gi")
        .has("/loki/storage/type", "filesystem")
        .has("/loki/commonConfig/replication_factor", 1)
        .has("/backend/replicas", 0)
        .has("/read/replicas", 0)
        .has("/write/replicas", 0);
  }

  @Test
  void deletes_what_is_two_weeks_old() {
    assertThat(loki())
        .values()
        .has("/loki/limits_config/retention_period", "336h")
        .has("/loki/compactor/retention_enabled", true)
        .has("/loki/compactor/delete_request_store", "filesystem");
  }

  @Test
  void does_without_what_large_ones_have() {
    assertThat(loki())
        .values()
        .has("/gateway/enabled", false)
        .has("/chunksCache/enabled", false)
        .has("/resultsCache/enabled", false)
        .has("/lokiCanary/enabled", false)
        .has("/test/enabled", false)
        .has("/loki/analytics/reporting_enabled", false);
  }

  @Test
  void keeps_the_tables_that_it_began_with() {
    assertThat(loki())
        .values()
        .has("/loki/schemaConfig/configs/0/from", "2024-04-01")
        .has("/loki/schemaConfig/configs/0/schema", "v13")
        .has("/loki/schemaConfig/configs/0/store", "tsdb");
  }

  @Test
  void is_asked_and_written_to_at_one_service() {
    assertThat(loki().push().http()).isEqualTo("http://loki.observability.svc.cluster.local:3100");
    assertThat(loki().query().portName()).isEqualTo("http-metrics");
  }

  @Test
  void becomes_a_service_of_the_mesh_when_it_is_exported() {
    record Exports(ServiceRef logs) {}
    var lab = new Lab();
    var loki = new Loki(lab, "loki", props.build());
    lab.exported(new Exports(loki.push()));
    assertThat(loki)
        .values()
        .has("/singleBinary/service/annotations/service.cilium.io~1global", "true");
  }

  @Test
  void rejects_a_retention_below_a_day() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.retention(Duration.ofHours(23)).build())
        .withMessage(
            "retention is PT23H: Loki keeps whole hours, at least 24; give it as Duration.ofDays(…)");
    assertThat(
            LokiProps.builder()
                .storage(Lab.DISK)
                .retention(Duration.ofHours(24))
                .build()
                .retention())
        .hasDays(1);
  }

  private Loki loki() {
    return new Loki(new App(), "loki", props.build());
  }
}

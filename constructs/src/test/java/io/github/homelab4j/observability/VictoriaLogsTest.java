package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ServiceRef;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class VictoriaLogsTest {
  private final VictoriaLogsProps.Builder props = VictoriaLogsProps.builder().storage(Lab.DISK);

  @Test
  void keeps_two_weeks_and_never_more_than_nine_tenths_of_its_volume() {
    assertThat(new VictoriaLogs(new App(), "victoria-logs", props.build()))
        .values()
        .has("/server/retentionPeriod", "14d")
        .has("/server/persistentVolume/size", "50Gi")
        .has("/server/persistentVolume/storageClassName", "openebs-hostpath")
        .has("/server/retentionDiskSpaceUsage", "46080MiB");
  }

  @Test
  void provides_a_service_with_an_address_under_its_own_name() {
    var logs = new VictoriaLogs(new App(), "victoria-logs", props.build());
    assertThat(logs.service().hostPort())
        .isEqualTo("victoria-logs.observability.svc.cluster.local:9428");
    assertThat(logs)
        .values()
        .has("/server/fullnameOverride", "victoria-logs")
        .has("/server/service/clusterIP", "")
        .hasNo("/server/service/annotations");
  }

  @Test
  void becomes_a_service_of_the_mesh_when_it_is_exported() {
    record Exports(ServiceRef logs) {}
    var lab = new Lab();
    var logs = new VictoriaLogs(lab, "victoria-logs", props.build());
    lab.exported(new Exports(logs.service()));
    assertThat(logs).values().has("/server/service/annotations/service.cilium.io~1global", "true");
  }

  @Test
  void rejects_a_retention_of_half_days() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.retention(Duration.ofHours(12)).build())
        .withMessage(
            "retention is PT12H: VictoriaLogs keeps whole days, at least one; give it as Duration.ofDays(…)");
  }
}

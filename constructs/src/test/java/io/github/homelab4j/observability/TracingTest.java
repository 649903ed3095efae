package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class TracingTest {
  @Test
  void tempo_keeps_three_days_on_its_volume() {
    var tempo = new Tempo(new App(), "tempo", TempoProps.builder().storage(Lab.DISK).build());
    assertThat(tempo)
        .values()
        .has("/tempo/retention", "72h")
        .has("/tempo/memBallastSizeMbs", 0)
        .has("/persistence/enabled", true)
        .has("/persistence/storageClassName", "openebs-hostpath");
    assertThat(tempo.otlp().hostPort()).isEqualTo("tempo.observability.svc.cluster.local:4317");
    assertThat(tempo.query().port().number()).isEqualTo(3200);
  }

  @Test
  void jaeger_keeps_three_days_in_files_on_its_volume() {
    var jaeger = new Jaeger(new App(), "jaeger", JaegerProps.builder().storage(Lab.DISK).build());
    assertThat(jaeger)
        .values()
        .has("/userconfig/extensions/jaeger_storage/backends/badger/badger/ttl/spans", "72h")
        .has("/userconfig/extensions/jaeger_storage/backends/badger/badger/ephemeral", false)
        .has("/userconfig/exporters/jaeger_storage_exporter/trace_storage", "badger")
        .has("/jaeger/extraVolumes/0/persistentVolumeClaim/claimName", "jaeger");
    assertThat(jaeger)
        .resource("PersistentVolumeClaim", "jaeger")
        .has("/spec/storageClassName", "openebs-hostpath");
    assertThat(jaeger.query().port().number()).isEqualTo(16_686);
  }
}

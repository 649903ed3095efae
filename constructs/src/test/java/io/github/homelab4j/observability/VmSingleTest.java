package io.github.homelab4j.observability;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.homelab4j.core.InvalidPropsException;
import io.github.homelab4j.core.ServiceRef;
import java.time.Duration;
import org.cdk8s.App;
import org.junit.jupiter.api.Test;

class VmSingleTest {
  private final VmSingleProps.Builder props =
      VmSingleProps.builder().operator(Lab.OPERATOR).storage(Lab.DISK);

  @Test
  void keeps_thirty_days_on_the_given_class() {
    assertThat(new VmSingle(new App(), "vmsingle", props.build()))
        .resource("VMSingle", "main")
        .has("/spec/retentionPeriod", "30d")
        .has("/spec/storage/storageClassName", "openebs-hostpath")
        .has("/spec/storage/resources/requests/storage", "50Gi")
        .has("/spec/image/tag", "v1.148.0")
        .has("/spec/useStrictSecurity", true);
  }

  @Test
  void keeps_one_of_the_samples_that_paired_scrapers_send() {
    assertThat(new VmSingle(new App(), "vmsingle", props.build()))
        .resource("VMSingle", "main")
        .at("/spec/extraArgs")
        .has("/dedup.minScrapeInterval", "30s");
  }

  @Test
  void provides_the_service_that_the_operator_names_after_it() {
    var single = new VmSingle(new App(), "vmsingle", props.build());
    assertThat(single.service().http())
        .isEqualTo("http://vmsingle-main.observability.svc.cluster.local:8428");
    assertThat(single.service().selector())
        .containsEntry("app.kubernetes.io/name", "vmsingle")
        .containsEntry("app.kubernetes.io/instance", "main");
    assertThat(single).resource("VMSingle", "main").has("/spec/port", "8428");
  }

  @Test
  void becomes_a_service_of_the_mesh_when_it_is_exported() {
    record Exports(ServiceRef metrics) {}
    var lab = new Lab();
    var single = new VmSingle(lab, "vmsingle", props.build());
    lab.exported(new Exports(single.service()));
    assertThat(single)
        .resource("VMSingle", "main")
        .has("/spec/serviceSpec/useAsDefault", true)
        .at("/spec/serviceSpec/metadata/annotations")
        .has("/service.cilium.io~1global", "true");
    assertThat(
            new VmSingle(
                new App(),
                "other",
                VmSingleProps.builder().operator(Lab.OPERATOR).storage(Lab.DISK).build()))
        .resource("VMSingle", "other")
        .hasNo("/spec/serviceSpec");
  }

  @Test
  void rejects_a_retention_of_half_days() {
    assertThatExceptionOfType(InvalidPropsException.class)
        .isThrownBy(() -> props.retention(Duration.ofHours(36)).build())
        .withMessage(
            "retention is PT36H: VictoriaMetrics keeps whole days, at least one; give it as Duration.ofDays(…)");
  }
}

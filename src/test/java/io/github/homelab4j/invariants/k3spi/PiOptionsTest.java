package io.github.homelab4j.invariants.k3spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.homelab4j.core.Component;
import io.github.homelab4j.invariants.Invariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What k3s-pi can do without. */
class PiOptionsTest {
  /** k3s-pi.md:599 and 687: "Currently disabled", twice. */
  @Test
  @Invariant(value = 62, lines = "599, 687")
  void grafana_and_velero_are_switched_off() {
    assertThat(PiSynthesis.resolution().clusters().get(0).switchedOff())
        .extracting(Component::id)
        .containsExactlyInAnyOrder("grafana", "velero");
  }

  /** k3s-pi.md:599 and 687; nothing of them is written, and the cluster's page says so. */
  @ParameterizedTest
  @ValueSource(strings = {"grafana", "velero"})
  @Invariant(value = 62, lines = "599, 687")
  void nothing_is_written_of_what_is_switched_off(String name) {
    assertThat(Pi.cluster().files().keySet())
        .noneMatch(path -> path.startsWith("apps/") && path.contains("/%s/".formatted(name)));
    assertThat(Pi.file("README.md"))
        .containsSubsequence("## Switched off", "| %s |".formatted(name));
  }

  /** k3s-pi.md:759: "Minio S3: Optional: for backups"; no arrow of 800-829 leads from it. */
  @Test
  @Invariant(value = 63, lines = "759, 800")
  void nothing_waits_for_minio_to_start() {
    assertThat(PiSynthesis.edges()).containsKey("k3s").hasSizeGreaterThan(40);
    assertThat(PiSynthesis.edges().keySet())
        .allSatisfy(name -> assertThat(PiSynthesis.before(name)).doesNotContain("minio"));
  }
}

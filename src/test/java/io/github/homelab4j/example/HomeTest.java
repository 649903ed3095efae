package io.github.homelab4j.example;

import static io.github.homelab4j.testing.HomelabAssertions.assertThat;

import io.github.homelab4j.synth.Synthesizer;
import org.junit.jupiter.api.Test;

// README {
class HomeTest {
  private final Home home = new Home();

  @Test
  void addresses_do_not_overlap() {
    assertThat(home.plan()).hasNoOverlaps();
  }

  @Test
  void metrics_are_kept_for_a_year() {
    assertThat(Synthesizer.synthesize(home).cluster("home"))
        .resource("VMSingle", "observability", "main")
        .has("/spec/retentionPeriod", "365d");
  }
}
// }
